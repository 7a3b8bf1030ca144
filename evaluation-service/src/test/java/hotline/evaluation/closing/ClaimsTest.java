package hotline.evaluation.closing;

import static org.assertj.core.api.Assertions.assertThat;

import hotline.lifecycle.Answer;
import hotline.lifecycle.Solved;
import org.junit.jupiter.api.Test;

class ClaimsTest {

  @Test
  void a_plain_no_of_the_citizen_denies_what_the_unit_claims() {
    assertThat(new Claims(true, true).deniedBy(Answer.NO, Solved.NO))
        .containsExactly(Claims.Denied.CONTACT_DENIED, Claims.Denied.SOLUTION_DENIED);
    assertThat(new Claims(true, false).deniedBy(Answer.NO, Solved.NO))
        .containsExactly(Claims.Denied.CONTACT_DENIED);
  }

  @Test
  void who_does_not_know_denies_nothing() {
    assertThat(new Claims(true, true).deniedBy(Answer.UNKNOWN, Solved.UNKNOWN)).isEmpty();
    assertThat(new Claims(true, true).deniedBy(Answer.YES, Solved.YES)).isEmpty();
  }

  @Test
  void what_was_not_heard_cannot_be_denied() {
    assertThat(new Claims(null, null).deniedBy(Answer.NO, Solved.NO)).isEmpty();
    assertThat(new Claims(false, false).deniedBy(Answer.NO, Solved.NO)).isEmpty();
  }
}
