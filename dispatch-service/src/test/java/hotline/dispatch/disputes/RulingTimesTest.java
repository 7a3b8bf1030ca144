package hotline.dispatch.disputes;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class RulingTimesTest {

  private static final Instant FROM = Instant.parse("2026-09-01T00:00:00Z");

  @Test
  void of_no_ruling_there_is_no_time() {
    assertThat(RulingTimes.of(FROM, List.of())).isEqualTo(new RulingTimes(FROM, 0, null, null));
  }

  @Test
  void one_that_took_very_long_moves_the_mean_and_not_the_median() {
    assertThat(RulingTimes.of(FROM, List.of(60L, 4800L, 90L)))
        .isEqualTo(new RulingTimes(FROM, 3, 1650L, 90L));
    assertThat(RulingTimes.of(FROM, List.of(60L, 100L)))
        .isEqualTo(new RulingTimes(FROM, 2, 80L, 80L));
  }
}
