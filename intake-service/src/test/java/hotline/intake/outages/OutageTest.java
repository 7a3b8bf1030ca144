package hotline.intake.outages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hotline.access.Invalid;
import hotline.access.Violation;
import hotline.access.Violations;
import hotline.intake.City;
import hotline.intake.cases.Registration;
import hotline.intake.cases.RegistrationForm;
import hotline.intake.cases.RegistrationRules;
import hotline.lifecycle.EnteredAs;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class OutageTest {
  private static final Instant NOW = Instant.parse("2026-11-30T00:30:00Z");
  private static final Instant BEGIN = Instant.parse("2026-11-29T21:00:00Z");
  private static final Instant END = Instant.parse("2026-11-30T00:00:00Z");
  private static final Duration WITHIN = Duration.ofHours(72);

  @Test
  void a_form_of_the_outage_is_registered_under_its_number_with_its_true_time() {
    Registration form = form("2026-11-30 05:30", "017");
    assertThat(form.origin().enteredAs()).isEqualTo(EnteredAs.PAPER);
    assertThat(form.externalSource()).isEqualTo("PAPER-202611300500");
    assertThat(form.externalRef()).isEqualTo("017");
    assertThat(form.receivedAt()).isEqualTo(Instant.parse("2026-11-29T21:30:00Z"));
  }

  @Test
  void its_first_moment_belongs_to_it_and_its_last_does_not() {
    assertThatCode(() -> form("2026-11-30 05:00", "1")).doesNotThrowAnyException();
    assertThatCode(() -> form("2026-11-30 07:59:59", "1")).doesNotThrowAnyException();
    assertThat(codes("2026-11-30 08:00", "1")).containsExactly("receivedAt outside-outage");
    assertThat(codes("2026-11-30 04:59:59", "1")).containsExactly("receivedAt outside-outage");
  }

  @Test
  void neither_its_time_nor_its_number_is_guessed() {
    assertThat(codes(null, null)).containsExactly("paperNo required", "receivedAt required");
    assertThat(codes("2026-11-30 05:30", "=1+1")).containsExactly("paperNo not-a-reference");
  }

  @Test
  void who_opened_it_types_in_none_of_its_forms_and_nobody_does_after_three_days() {
    assertThatThrownBy(() -> outage().requireTypist("lead", NOW))
        .isInstanceOf(FormByOnePerson.class);
    assertThatCode(() -> outage().requireTypist("operator", END.plus(WITHIN).minusMillis(1)))
        .doesNotThrowAnyException();
    assertThatThrownBy(() -> outage().requireTypist("operator", END.plus(WITHIN)))
        .isInstanceOf(OutageIsOver.class);
  }

  @Test
  void hours_that_are_not_over_or_long_over_are_not_opened() {
    assertThat(opening(BEGIN, END)).isTrue();
    assertThat(opening(END, END)).isFalse();
    assertThat(opening(BEGIN, NOW.plusSeconds(60))).isFalse();
    assertThat(opening(BEGIN, NOW)).isTrue();
    assertThat(opening(END.minus(WITHIN), END)).isTrue();
    assertThat(opening(END.minus(WITHIN).minusSeconds(60), END))
        .as("longer than the limit")
        .isFalse();
    assertThat(opening(NOW.minus(WITHIN).minusSeconds(60), NOW.minus(WITHIN))).isFalse();
  }

  private static boolean opening(Instant begin, Instant end) {
    Violations violations = new Violations();
    Outage.check(violations, "停电", begin, end, WITHIN, NOW);
    return violations.isEmpty();
  }

  private static java.util.List<String> codes(String receivedAt, String paperNo) {
    try {
      form(receivedAt, paperNo);
      return java.util.List.of();
    } catch (Invalid invalid) {
      return invalid.violations().stream().map(OutageTest::words).toList();
    }
  }

  private static String words(Violation one) {
    return one.field() + " " + one.code();
  }

  private static Registration form(String receivedAt, String paperNo) {
    RegistrationForm told =
        new RegistrationForm(
            "HELP",
            "NORMAL",
            "PHONE",
            "010101",
            "370281001",
            null,
            "路灯不亮",
            "路灯连续三晚不亮",
            null,
            receivedAt,
            null,
            null,
            null,
            null);
    return outage()
        .form(
            RegistrationRules.check(told, City.directory(), NOW),
            receivedAt != null,
            paperNo,
            "receivedAt",
            "paperNo");
  }

  private static Outage outage() {
    return new Outage(
        new UUID(0, 1),
        Outage.codeOf(BEGIN),
        "停电",
        BEGIN,
        END,
        END.plus(WITHIN),
        0,
        "lead",
        NOW.minusSeconds(60));
  }
}
