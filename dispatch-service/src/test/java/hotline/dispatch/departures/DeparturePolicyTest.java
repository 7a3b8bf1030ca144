package hotline.dispatch.departures;

import static org.assertj.core.api.Assertions.assertThat;

import hotline.access.Violation;
import hotline.access.Violations;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class DeparturePolicyTest {

  /** The 24th of November in the city, the 23rd in Greenwich. */
  private static final Instant NOW = Instant.parse("2026-11-23T17:00:00Z");

  private static final LocalDate TODAY = LocalDate.parse("2026-11-24");
  private static final UnitPerson LEAVER = new UnitPerson("one", "副局长", null, true);
  private static final UnitPerson SUCCESSOR = new UnitPerson("two", "局长", null, true);

  @Test
  void it_begins_on_a_day_of_the_city_from_today_on() {
    assertThat(codes(LEAVER, SUCCESSOR, null, "调离")).isEmpty();
    assertThat(codes(LEAVER, SUCCESSOR, TODAY, "调离")).isEmpty();
    assertThat(codes(LEAVER, SUCCESSOR, TODAY.plusDays(92), "调离")).isEmpty();
    assertThat(codes(LEAVER, SUCCESSOR, TODAY.minusDays(1), "调离")).containsExactly("in-the-past");
    assertThat(codes(LEAVER, SUCCESSOR, TODAY.plusDays(93), "调离")).containsExactly("too-far-ahead");
    assertThat(DeparturePolicy.effective(null, NOW)).isEqualTo(NOW);
    assertThat(DeparturePolicy.effective(TODAY, NOW)).isEqualTo(NOW);
    assertThat(DeparturePolicy.effective(TODAY.plusDays(1), NOW))
        .isEqualTo(Instant.parse("2026-11-24T16:00:00Z"));
  }

  @Test
  void somebody_else_of_the_unit_takes_over_for_a_reason() {
    assertThat(codes(null, SUCCESSOR, null, "调离")).containsExactly("unknown-person");
    assertThat(codes(LEAVER, null, null, "调离")).containsExactly("unknown-person");
    assertThat(codes(LEAVER, LEAVER, null, "调离")).containsExactly("same-person");
    assertThat(codes(LEAVER, SUCCESSOR, null, " ")).containsExactly("required");
    assertThat(codes(LEAVER, SUCCESSOR, null, "调".repeat(201))).hasSize(1);
  }

  private static List<String> codes(
      UnitPerson leaver, UnitPerson successor, LocalDate from, String reason) {
    Violations wrong = new Violations();
    DeparturePolicy.check(wrong, leaver, successor, from, reason, NOW);
    return wrong.list().stream().map(Violation::code).toList();
  }
}
