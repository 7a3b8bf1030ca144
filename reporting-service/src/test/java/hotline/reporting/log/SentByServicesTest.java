package hotline.reporting.log;

import static org.assertj.core.api.Assertions.assertThat;

import hotline.lifecycle.Source;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SentByServicesTest {

  private static final Instant EIGHT = Instant.parse("2026-03-02T00:00:00Z");
  private static final Instant NOON = Instant.parse("2026-03-02T04:00:00Z");

  @Test
  void all_have_sent_until_the_earliest_of_them() {
    assertThat(SentByServices.TELLING)
        .containsExactlyInAnyOrder(Source.INTAKE, Source.DISPATCH, Source.EVALUATION);
    assertThat(
            SentByServices.byAll(
                Map.of(Source.INTAKE, NOON, Source.DISPATCH, EIGHT, Source.EVALUATION, NOON)))
        .isEqualTo(EIGHT);
  }

  @Test
  void one_that_was_never_heard_may_still_have_anything_to_send() {
    Map<Source, Instant> heard = Map.of(Source.INTAKE, NOON, Source.DISPATCH, EIGHT);
    assertThat(SentByServices.byAll(heard)).isNull();
    assertThat(SentByServices.missing(heard, NOON))
        .containsExactly(Source.DISPATCH, Source.EVALUATION);
    assertThat(SentByServices.missing(heard, EIGHT)).containsExactly(Source.EVALUATION);
  }
}
