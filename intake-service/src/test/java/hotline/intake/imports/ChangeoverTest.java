package hotline.intake.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hotline.access.Violation;
import hotline.access.Violations;
import hotline.intake.City;
import hotline.intake.cases.CaseOrigin;
import hotline.intake.cases.Registration;
import hotline.intake.cases.RegistrationForm;
import hotline.intake.cases.RegistrationForm.ReporterForm;
import hotline.intake.cases.RegistrationRules;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ChangeoverTest {
  private static final Instant NOW = Instant.parse("2026-12-01T04:00:00Z");
  private static final Instant CUT_OVER = Instant.parse("2026-11-30T16:00:00Z");
  private static final Instant LATEST_DUE = Instant.parse("2027-02-28T09:30:00Z");
  private static final Instant END = CUT_OVER.plus(Duration.ofDays(15));

  @Test
  void nothing_is_written_before_another_person_has_confirmed_it_nor_after_its_end() {
    Changeover opened = changeover(null);
    assertThatThrownBy(() -> opened.requireOpen(NOW)).isInstanceOf(ChangeoverNotOpen.class);
    assertThatThrownBy(() -> opened.requireConfirmable("lead", NOW))
        .isInstanceOf(ChangeoverByOnePerson.class);
    assertThatCode(() -> opened.requireConfirmable("another", NOW)).doesNotThrowAnyException();
    assertThatThrownBy(() -> opened.requireConfirmable("another", END))
        .isInstanceOf(ChangeoverNotOpen.class);

    Changeover confirmed = changeover("another");
    assertThatCode(() -> confirmed.requireOpen(END.minusMillis(1))).doesNotThrowAnyException();
    assertThatThrownBy(() -> confirmed.requireOpen(END)).isInstanceOf(ChangeoverNotOpen.class);
    assertThatThrownBy(() -> confirmed.requireConfirmable("a-third", NOW))
        .isInstanceOf(ChangeoverNotOpen.class);
  }

  @Test
  void it_ends_ahead_and_at_most_thirty_days_after_the_cut_over() {
    assertThat(opening("旧热线", LATEST_DUE, END)).isEmpty();
    assertThat(opening("旧热线", LATEST_DUE, CUT_OVER.plus(Duration.ofDays(30)))).isEmpty();
    assertThat(opening("旧热线", LATEST_DUE, CUT_OVER.plus(Duration.ofDays(30)).plusSeconds(60)))
        .containsExactly("endsAt too-long");
    assertThat(opening("旧热线", LATEST_DUE, NOW)).containsExactly("endsAt in-the-past");
    assertThat(opening(" ", LATEST_DUE, END)).containsExactly("system required");
    assertThat(opening("旧热线", CUT_OVER, END)).containsExactly("latestDue before-cut-over");
    assertThat(opening("旧热线", CUT_OVER.plus(Duration.ofDays(181)), END))
        .containsExactly("latestDue too-late");
  }

  @Test
  void lines_of_another_system_or_from_after_the_cut_over_or_due_too_late_are_refused() {
    assertThat(line("旧热线", "2026-11-30 23:59", LATEST_DUE)).isEmpty();
    assertThat(line("旧热线", "2026-12-01 00:00", LATEST_DUE))
        .containsExactly("receivedAt after-cut-over");
    assertThat(line("另一热线", "2026-11-30 23:59", LATEST_DUE))
        .containsExactly("externalSource other-system");
    assertThat(line("旧热线", "2026-11-30 23:59", LATEST_DUE.plusSeconds(1)))
        .containsExactly("originalDue too-late");
  }

  @Test
  void a_line_says_the_same_however_a_spreadsheet_writes_it() {
    Registration told = registration("旧热线", "2026-01-05 09:30", "求助", null);
    assertThat(content(registration("旧热线", "2026/1/5 9:30", "HELP", "一般")))
        .isEqualTo(content(told));
    assertThat(content(registration("旧热线", "2026-01-05 09:31", "求助", null)))
        .isNotEqualTo(content(told));
  }

  private static String content(Registration line) {
    return OldCaseContent.of(
        line.enteredLater(CaseOrigin.oldSystem(Instant.parse("2026-01-12T09:30:00Z"), "cg", 1)));
  }

  private static List<String> opening(String system, Instant latestDue, Instant end) {
    Violations violations = new Violations();
    Changeover.check(violations, system, CUT_OVER, latestDue, end, Duration.ofDays(180), NOW);
    return words(violations);
  }

  private static List<String> line(String system, String received, Instant due) {
    Violations violations = new Violations();
    changeover("another").check(violations, registration(system, received, "求助", null), due);
    return words(violations);
  }

  private static List<String> words(Violations violations) {
    return violations.list().stream().map(ChangeoverTest::words).toList();
  }

  private static String words(Violation one) {
    return one.field() + " " + one.code();
  }

  private static Registration registration(
      String system, String received, String kind, String urgency) {
    return RegistrationRules.check(
        new RegistrationForm(
            kind,
            urgency,
            "PHONE",
            "010101",
            "370281001",
            null,
            "路灯不亮",
            "路灯连续三晚不亮",
            null,
            received,
            new ReporterForm("示例", "138 0000 0000", null, null, null, null),
            null,
            system,
            "OLD-1"),
        City.directory(),
        NOW);
  }

  private static Changeover changeover(String confirmedBy) {
    return new Changeover(
        new UUID(0, 1),
        "旧热线",
        CUT_OVER,
        LATEST_DUE,
        END,
        "lead",
        NOW.minusSeconds(60),
        confirmedBy,
        confirmedBy == null ? null : NOW);
  }
}
