package hotline.dispatch.instructions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hotline.access.Invalid;
import hotline.access.Violation;
import hotline.dispatch.cases.Cause;
import hotline.dispatch.clocks.PaperClock;
import hotline.dispatch.directory.Directory;
import hotline.lifecycle.DirectoryEntry.Unit;
import hotline.lifecycle.InstructionAccepted;
import hotline.lifecycle.InstructionGiven;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class InstructionTest {

  private static final Instant NOW = Instant.parse("2026-11-09T02:00:00Z");
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 9);
  private static final Instant DUE = NOW.plus(Duration.ofDays(3));
  private static final PaperClock BY_DUE = PaperClock.chosen(NOW, DUE);
  private static final Directory CITY =
      new Directory(
          List.of(unit("cg", true), unit("zj", true), unit("jt", true), unit("old", false)),
          List.of(),
          List.of());

  @Test
  void it_is_done_when_every_unit_that_must_answer_was_accepted_whoever_only_reads() {
    InstructionEntry entry = entry(List.of("zj", "cg"), List.of("jt"));
    Instruction instruction = given(entry, null);
    List<InstructedUnit> units = entry.units(instruction, CITY, BY_DUE);
    assertThat(instruction.given(units))
        .extracting(InstructionGiven::unitIds, InstructionGiven::readerUnitIds)
        .containsExactly(List.of("cg", "zj"), List.of("jt"));

    accepted(units.get(0));
    assertThat(instruction.endIfAnswered(units, at(3))).isFalse();
    accepted(units.get(1));
    assertThat(instruction.endIfAnswered(units, at(4))).isTrue();

    assertThat(instruction.endedAt()).isEqualTo(at(4));
    assertThat(units.get(2).status()).isEqualTo(ReceiptStatus.TO_READ);
  }

  @Test
  void a_missed_due_time_is_said_once_and_stays_known_after_a_sending_back() {
    InstructionEntry entry = entry(List.of("cg"), List.of("jt"));
    List<InstructedUnit> units = entry.units(given(entry, null), CITY, BY_DUE);
    InstructedUnit unit = units.get(0);
    assertThat(unit.missedBy(DUE)).isEmpty();
    assertThat(unit.missedBy(DUE.plusMillis(1))).isPresent();
    assertThat(unit.missedBy(DUE.plusSeconds(5))).isEmpty();
    assertThat(units.get(1).missedBy(DUE.plusSeconds(5))).isEmpty();

    unit.read(by(DUE.plusSeconds(10)));
    assertThat(unit.answer(by(DUE.plusSeconds(20))).late()).isTrue();
    unit.sendBack(PaperClock.chosen(DUE.plusSeconds(30), DUE.plus(Duration.ofDays(5))));
    assertThat(unit.answer(by(DUE.plusSeconds(40))).late()).isFalse();
    unit.accept(DUE.plusSeconds(50));
    InstructionAccepted accepted = unit.accepted(true);
    assertThat(accepted.late()).isTrue();
    assertThat(accepted.feedbackNo()).isEqualTo(2);
  }

  @Test
  void a_matter_becomes_a_case_once() {
    InstructionEntry entry = entry(List.of("cg"), null);
    Instruction instruction = given(entry, null);
    UUID known = UUID.randomUUID();
    assertThat(instruction.link(known, List.of()).givenAt()).isEqualTo(NOW);
    assertThat(instruction.caseId()).isEqualTo(known);
    assertThatThrownBy(() -> instruction.link(UUID.randomUUID(), List.of()))
        .isInstanceOf(LinkedAlready.class);
  }

  @Test
  void what_is_missing_or_wrong_is_told_at_once_each_with_its_place() {
    InstructionEntry wrong =
        new InstructionEntry(
            null,
            " ",
            " ",
            List.of("cg", "nobody", "old", "cg"),
            List.of("cg"),
            NOW,
            null,
            null,
            TODAY.plusDays(1));
    assertThat(told(wrong, true))
        .containsExactlyInAnyOrder(
            "title required",
            "words required",
            "leaderPost required",
            "givenOn in-the-future",
            "dueAt in-the-past",
            "unitIds[1] unknown-unit",
            "unitIds[2] unit-is-gone",
            "unitIds[3] named-twice",
            "readerUnitIds[0] named-twice");
    assertThat(told(entry(List.of(), null), false)).containsExactly("unitIds required");
  }

  @Test
  void a_supervisor_says_post_and_date_and_a_leader_need_not() {
    InstructionEntry typed =
        new InstructionEntry(null, "供水", "尽快恢复", List.of("cg"), null, DUE, null, null, null);
    assertThat(told(typed, true)).containsExactly("leaderPost required", "givenOn required");
    typed.check(CITY, false, "副市长", NOW, TODAY);
    assertThat(typed.wording(false, "副市长", TODAY).leaderPost()).isEqualTo("副市长");
    assertThat(typed.wording(false, "副市长", TODAY).givenOn()).isEqualTo(TODAY);
  }

  private static List<String> told(InstructionEntry entry, boolean onPaper) {
    try {
      entry.check(CITY, onPaper, null, NOW, TODAY);
      return List.of();
    } catch (Invalid refused) {
      return refused.violations().stream().map(InstructionTest::text).toList();
    }
  }

  private static String text(Violation violation) {
    assertThat(violation.zh()).isNotBlank();
    assertThat(violation.en()).isNotBlank();
    return violation.field() + " " + violation.code();
  }

  private static void accepted(InstructedUnit unit) {
    unit.read(by(at(1)));
    unit.answer(by(at(2)));
    unit.accept(at(3));
  }

  private static InstructionEntry entry(List<String> units, List<String> readers) {
    return new InstructionEntry(null, "供水", "请尽快恢复供水。", units, readers, DUE, null, "副市长", TODAY);
  }

  private static Instruction given(InstructionEntry entry, UUID about) {
    return Instruction.give("PS2026-0001", about, entry.wording(true, null, TODAY), DUE, by(NOW));
  }

  private static Cause by(Instant at) {
    return new Cause(at, "somebody", "center", null);
  }

  private static Instant at(int minutes) {
    return NOW.plus(Duration.ofMinutes(minutes));
  }

  private static Unit unit(String code, boolean active) {
    return new Unit(code, "center", "/center/" + code, code, code, 2, null, active);
  }
}
