package hotline.evaluation.archiving;

import static org.assertj.core.api.Assertions.assertThat;

import hotline.evaluation.callbacks.Callback;
import hotline.evaluation.callbacks.EndedCallbacks;
import hotline.evaluation.cases.HotlineCase;
import hotline.lifecycle.CaseKind;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RetentionTest {

  private static final ZoneId CITY = ZoneId.of("Asia/Shanghai");
  private static final Instant CLOSED = Instant.parse("2026-11-23T02:00:00Z");

  @Test
  void full_years_are_counted_after_that_of_the_closing_in_the_city() {
    assertThat(Retention.until(CLOSED, 10, CITY)).isEqualTo(Instant.parse("2036-12-31T16:00:00Z"));
    // Still 2026 in Greenwich, and the first minute of 2027 in Shanghai.
    assertThat(Retention.until(Instant.parse("2026-12-31T16:00:30Z"), 10, CITY))
        .isEqualTo(Instant.parse("2037-12-31T16:00:00Z"));
  }

  @Test
  void what_became_due_while_it_was_held_is_kept_until_the_end_of_the_next_year() {
    Instant until = Retention.until(CLOSED, 10, CITY);
    assertThat(Retention.afterHold(until, Instant.parse("2030-05-01T00:00:00Z"), CITY))
        .isEqualTo(until);
    assertThat(Retention.afterHold(until, Instant.parse("2039-05-01T00:00:00Z"), CITY))
        .isEqualTo(Instant.parse("2040-12-31T16:00:00Z"));
  }

  @Test
  void a_case_that_was_held_while_it_was_closed_is_kept_as_long_as_one_held_in_the_archive() {
    Instant until = Retention.until(CLOSED, 10, CITY);
    assertThat(Retention.until(CLOSED, 10, null, CITY)).isEqualTo(until);
    assertThat(Retention.until(CLOSED, 10, Instant.parse("2030-05-01T00:00:00Z"), CITY))
        .isEqualTo(until);
    assertThat(Retention.until(CLOSED, 10, Instant.parse("2039-05-01T00:00:00Z"), CITY))
        .isEqualTo(Instant.parse("2040-12-31T16:00:00Z"));
  }

  @Test
  void a_case_is_archived_after_the_later_of_its_windows_and_the_days_of_the_policy() {
    Instant contest = CLOSED.plus(Duration.ofDays(7));
    Instant reopening = CLOSED.plus(Duration.ofDays(15));
    Callback closing =
        EndedCallbacks.rated(HotlineCase.unheard(UUID.randomUUID(), "1"), 1, CLOSED, contest);
    closing.reopenable(reopening);
    Instant soonest = reopening.plus(ArchivePolicy.ON_ITS_WAY);

    assertThat(policy(0).from(closing)).isEqualTo(soonest);
    assertThat(policy(30).from(closing)).isEqualTo(soonest.plus(Duration.ofDays(30)));
    closing.contestable(reopening.plusSeconds(1));
    assertThat(policy(0).from(closing)).isEqualTo(soonest.plusSeconds(1));
  }

  private static ArchivePolicy policy(int days) {
    return new ArchivePolicy(days, Map.of(CaseKind.HELP, 10));
  }
}
