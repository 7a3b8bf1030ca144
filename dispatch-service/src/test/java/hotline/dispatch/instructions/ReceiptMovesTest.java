package hotline.dispatch.instructions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ReceiptMovesTest {

  private static final Map<ReceiptStatus, Map<ReceiptAct, ReceiptStatus>> OF_WHO_ANSWERS =
      Map.of(
          ReceiptStatus.TO_READ, Map.of(ReceiptAct.READ, ReceiptStatus.TO_ANSWER),
          ReceiptStatus.TO_ANSWER, Map.of(ReceiptAct.ANSWER, ReceiptStatus.ANSWERED),
          ReceiptStatus.SENT_BACK, Map.of(ReceiptAct.ANSWER, ReceiptStatus.ANSWERED),
          ReceiptStatus.ANSWERED,
              Map.of(
                  ReceiptAct.ACCEPT,
                  ReceiptStatus.ACCEPTED,
                  ReceiptAct.SEND_BACK,
                  ReceiptStatus.SENT_BACK));

  @ParameterizedTest
  @EnumSource(ReceiptStatus.class)
  void every_act_is_possible_in_its_status_and_refused_with_both_languages_in_any_other(
      ReceiptStatus status) {
    for (ReceiptAct act : ReceiptAct.values()) {
      ReceiptStatus next = OF_WHO_ANSWERS.getOrDefault(status, Map.of()).get(act);
      if (next != null) {
        assertThat(ReceiptMoves.move(status, act, Duty.ANSWER))
            .as("%s on %s", act, status)
            .isEqualTo(next);
      } else {
        assertThatThrownBy(() -> ReceiptMoves.move(status, act, Duty.ANSWER))
            .as("%s on %s", act, status)
            .isInstanceOfSatisfying(
                ReceiptNotReady.class,
                refused -> {
                  assertThat(refused.detailZh()).contains(status.zh(), act.zh());
                  assertThat(refused.detailEn()).contains(status.en(), act.en());
                  assertThat(refused.members()).containsEntry("receiptStatus", status.name());
                });
      }
    }
  }

  @Test
  void a_unit_that_only_reads_has_nothing_to_do_afterwards() {
    assertThat(ReceiptMoves.move(ReceiptStatus.TO_READ, ReceiptAct.READ, Duty.READ))
        .isEqualTo(ReceiptStatus.NOTED);
    for (ReceiptAct act : ReceiptAct.values()) {
      assertThatThrownBy(() -> ReceiptMoves.move(ReceiptStatus.NOTED, act, Duty.READ))
          .isInstanceOf(ReceiptNotReady.class);
    }
  }

  @Test
  void the_clock_runs_only_while_a_unit_that_must_answer_has_to_act() {
    assertThat(ReceiptStatus.values())
        .filteredOn(status -> ReceiptMoves.runs(status, Duty.ANSWER))
        .containsExactly(ReceiptStatus.TO_READ, ReceiptStatus.TO_ANSWER, ReceiptStatus.SENT_BACK);
    assertThat(ReceiptStatus.values()).noneMatch(status -> ReceiptMoves.runs(status, Duty.READ));
    assertThat(ReceiptStatus.values())
        .filteredOn(ReceiptMoves::over)
        .containsExactly(ReceiptStatus.ACCEPTED, ReceiptStatus.NOTED);
  }
}
