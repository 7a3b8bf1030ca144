package hotline.reporting.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class ParkedFactsTest {

  @Test
  void a_fact_of_which_nobody_knows_when_it_was_recorded_may_be_missing() {
    Instant eight = Instant.parse("2026-03-02T00:00:00Z");
    assertThat(ParkedFacts.mayBeBefore("2026-03-01T23:59:59Z", eight)).isTrue();
    assertThat(ParkedFacts.mayBeBefore("2026-03-02T00:00:00Z", eight)).isFalse();
    assertThat(ParkedFacts.mayBeBefore(null, eight)).isTrue();
    assertThat(ParkedFacts.mayBeBefore("yesterday", eight)).isTrue();
  }
}
