package hotline.reporting.daily;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DueEditionsTest {

  private static final LocalTime EIGHT = LocalTime.of(8, 0);
  private static final LocalDate SUNDAY = LocalDate.of(2026, 3, 1);

  @Test
  void yesterday_is_due_at_eight_of_the_city_also_on_a_sunday() {
    assertThat(DueEditions.newest(Instant.parse("2026-02-28T23:59:59Z"), EIGHT))
        .isEqualTo(SUNDAY.minusDays(2));
    assertThat(DueEditions.newest(Instant.parse("2026-03-01T00:00:00Z"), EIGHT))
        .isEqualTo(SUNDAY.minusDays(1));
    assertThat(DueEditions.newest(Instant.parse("2026-03-02T00:00:00Z"), EIGHT)).isEqualTo(SUNDAY);
  }

  @Test
  void missed_days_are_made_up_for_oldest_first() {
    assertThat(
            DueEditions.missing(
                SUNDAY, LocalDate.of(2020, 1, 1), Set.of(SUNDAY.minusDays(1), SUNDAY.minusDays(3))))
        .hasSize(29)
        .startsWith(SUNDAY.minusDays(30))
        .contains(SUNDAY.minusDays(2))
        .endsWith(SUNDAY)
        .isSorted();
    assertThat(DueEditions.missing(SUNDAY, LocalDate.of(2020, 1, 1), Set.of()))
        .hasSize(DueEditions.MOST_DAYS_BACK);
  }

  @Test
  void a_day_is_known_at_its_end_and_its_morning_at_eight() {
    assertThat(DueEditions.due(SUNDAY, EIGHT)).isEqualTo(Instant.parse("2026-03-02T00:00:00Z"));
    assertThat(DueEditions.end(SUNDAY)).isEqualTo(Instant.parse("2026-03-01T16:00:00Z"));
  }

  @Test
  void before_its_first_case_the_hotline_had_no_reports() {
    assertThat(DueEditions.missing(SUNDAY, SUNDAY.minusDays(2), Set.of())).hasSize(3);
    assertThat(DueEditions.missing(SUNDAY, SUNDAY, Set.of())).containsExactly(SUNDAY);
    assertThat(DueEditions.missing(SUNDAY, null, Set.of())).isEmpty();
    assertThat(DueEditions.missing(SUNDAY, SUNDAY.plusDays(1), Set.of())).isEmpty();
  }

  @Test
  void somebody_may_make_the_edition_of_a_day_that_is_over_and_not_long_ago() {
    assertThat(DueEditions.mayBeMade(SUNDAY, SUNDAY)).isFalse();
    assertThat(DueEditions.mayBeMade(SUNDAY.minusDays(1), SUNDAY)).isTrue();
    assertThat(DueEditions.mayBeMade(SUNDAY.minusDays(31), SUNDAY)).isTrue();
    assertThat(DueEditions.mayBeMade(SUNDAY.minusDays(32), SUNDAY)).isFalse();
  }
}
