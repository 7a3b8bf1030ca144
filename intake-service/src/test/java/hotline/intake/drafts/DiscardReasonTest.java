package hotline.intake.drafts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hotline.access.Invalid;
import org.junit.jupiter.api.Test;

class DiscardReasonTest {

  @Test
  void a_reason_is_one_of_those_that_are_named_and_may_be_left_unsaid() {
    assertThat(DiscardReason.told("NO_REQUEST")).isEqualTo(DiscardReason.NO_REQUEST);
    assertThat(DiscardReason.told(null)).isNull();
    assertThat(DiscardReason.told(" ")).isNull();
    assertThatThrownBy(() -> DiscardReason.told("no_request"))
        .isInstanceOf(Invalid.class)
        .extracting(refused -> ((Invalid) refused).violations().get(0).en())
        .asString()
        .contains("TOO_LITTLE_TOLD");
  }
}
