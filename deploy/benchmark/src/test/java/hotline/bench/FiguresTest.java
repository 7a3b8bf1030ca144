package hotline.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;

class FiguresTest {

  private static final long MILLI = TimeUnit.MILLISECONDS.toNanos(1);

  private final Figures figures = new Figures();
  private final ObjectNode answer = new ObjectMapper().createObjectNode().put("caseId", "c1");

  @Test
  void nothing_is_noted_while_the_stack_warms_up() {
    figures.answered("k", "/intake/api/cases", answer, MILLI);

    assertThat(figures.steps()).isEmpty();
    assertThat(figures.commands()).isZero();
  }

  @Test
  void each_act_is_a_step_under_its_own_name() {
    figures.note(true);
    figures.answered("k", "/intake/api/cases", answer, 3 * MILLI);
    figures.answered("k", "/dispatch/api/assignments/a1/replies", answer, 5 * MILLI);

    assertThat(figures.steps()).containsOnlyKeys("register", "reply");
    Histogram reply = figures.steps().get("reply");
    assertThat(reply.getValueAtPercentile(99)).isBetween(4990L, 5010L);
    assertThat(figures.commands()).isEqualTo(2);
  }

  @Test
  void the_way_to_the_inbox_ends_when_a_look_shows_the_case() {
    figures.note(true);
    figures.answered("k", "/intake/api/cases", answer, MILLI);
    figures.appeared("/dispatch/api/assignments?tab=to-sign", item("other"));
    assertThat(figures.steps()).doesNotContainKey(Figures.INBOX);

    figures.appeared("/dispatch/api/assignments?tab=to-sign", item("c1"));
    figures.appeared("/dispatch/api/assignments?tab=to-sign", item("c1"));

    assertThat(figures.steps().get(Figures.INBOX).getTotalCount()).isEqualTo(1);
  }

  @Test
  void the_way_to_the_callback_desk_begins_with_the_review() {
    figures.note(true);
    figures.appeared("/dispatch/api/assignments?tab=to-sign", item("c1"));
    figures.answered("k", "/dispatch/api/assignments/a-c1/reviews", answer, MILLI);
    figures.appeared("/evaluation/api/callbacks?tab=open", item("c1"));

    assertThat(figures.steps().get(Figures.CALLBACK).getTotalCount()).isEqualTo(1);
  }

  private static ObjectNode item(String caseId) {
    return new ObjectMapper()
        .createObjectNode()
        .put("caseId", caseId)
        .put("assignmentId", "a-" + caseId)
        .put("round", 1);
  }
}
