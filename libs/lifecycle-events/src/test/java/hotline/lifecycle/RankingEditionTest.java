package hotline.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RankingEditionTest {

  static java.util.List<RankingEdition> editions() {
    return Samples.rankings();
  }

  @ParameterizedTest
  @MethodSource("editions")
  void what_was_published_is_read_as_it_was_said(RankingEdition said) {
    assertThat(EventCodec.readRanking(Map.of("ce_type", said.type()), EventCodec.write(said)))
        .hasValueSatisfying(
            read ->
                assertThat(EventCodec.json().valueToTree(read).toString())
                    .isEqualTo(EventCodec.json().valueToTree(said).toString()));
  }

  @Test
  void all_editions_of_a_period_have_one_key() {
    assertThat(editions())
        .extracting(RankingEdition::key)
        .containsOnly("ranking:2026-03-01/2026-04-01");
  }

  @Test
  void a_reader_of_before_passes_over_what_a_newer_one_says() {
    assertThat(
            EventCodec.readRanking(
                Map.of("ce_type", "hotline.ranking.sung-about.v1"),
                "{}".getBytes(StandardCharsets.UTF_8)))
        .isEmpty();
  }
}
