package hotline.simulator.requests;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OpinionTest {

  @Test
  void about_nine_in_ten_are_satisfied_and_nobody_sends_a_real_case_back() {
    Map<Opinion, Integer> counts = new EnumMap<>(Opinion.class);
    for (int i = 0; i < 10_000; i++) {
      counts.merge(Opinion.of("a4.csv", Integer.toString(2549 + i)), 1, Integer::sum);
    }

    int satisfied = counts.get(Opinion.SATISFIED) + counts.get(Opinion.PARTLY);
    assertThat(satisfied).isBetween(8_800, 9_200);
    assertThat(counts).doesNotContainKey(Opinion.UNIT_FAILED).hasSize(5);
  }

  @Test
  void the_same_request_is_always_answered_the_same() {
    assertThat(Opinion.of("a4.csv", "2549")).isEqualTo(Opinion.of("a4.csv", "2549"));
  }

  @Test
  void a_reason_is_given_if_and_only_if_somebody_is_not_content() {
    for (Opinion opinion : Opinion.values()) {
      Map<String, Object> form = opinion.questionnaire();
      boolean content = !form.get("solved").equals("NO") && !form.get("satisfied").equals("NO");
      assertThat(form.containsKey("reason")).isEqualTo(!content);
    }
  }
}
