package hotline.dispatch.endorsement;

import static org.assertj.core.api.Assertions.assertThat;

import hotline.dispatch.assignments.SubmitReply;
import hotline.dispatch.requests.RequestReturn;
import hotline.lifecycle.EndorsedAct;
import hotline.lifecycle.ReturnReason;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class DraftTest {

  private static final Instant AT = Instant.parse("2026-11-23T01:00:00Z");

  @Test
  void whoever_wrote_the_same_words_in_an_earlier_draft_is_their_author_too() {
    Draft first = reply(1, "leader", "已修复", "路灯已修复。");
    Draft again = reply(2, "clerk", "已修复", "路灯已于昨日修复。");
    Draft other = reply(3, "clerk", "已更换灯具", "路灯已更换。");
    List<Draft> all = List.of(first, again, other, returning(4, "desk", "不属我单位职责"));

    assertThat(again.authors(all)).containsExactlyInAnyOrder("leader", "clerk");
    assertThat(other.authors(all)).containsExactly("clerk");
    assertThat(all.get(3).authors(all)).containsExactly("desk");
  }

  @Test
  void the_same_reasons_for_a_return_are_the_same_words() {
    Draft first = returning(1, "leader", "不属我单位职责");
    Draft again = returning(2, "clerk", "不属我单位职责");

    assertThat(again.authors(List.of(first, again))).contains("leader");
  }

  private static Draft reply(int no, String by, String handling, String told) {
    return new Draft(
        no,
        EndorsedAct.REPLY,
        new SubmitReply.Entry(handling, told, true, null, null),
        null,
        by,
        AT,
        null,
        null,
        null,
        null,
        null,
        List.of());
  }

  private static Draft returning(int no, String by, String basis) {
    return new Draft(
        no,
        EndorsedAct.RETURN,
        null,
        new RequestReturn.Entry(ReturnReason.NOT_OUR_DUTY, basis, null, null),
        by,
        AT,
        null,
        null,
        null,
        null,
        null,
        List.of());
  }
}
