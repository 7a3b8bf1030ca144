package hotline.reporting.ranking;

import static org.assertj.core.api.Assertions.assertThat;

import hotline.reporting.definitions.Definition;
import hotline.reporting.definitions.Definitions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class KpiDefinitionsTest {

  @ParameterizedTest
  @EnumSource(Kpi.class)
  void a_rate_of_the_rankings_is_defined_by_the_counters_it_is_made_of(Kpi kpi) {
    Definition defined = Definitions.of(kpi.code());
    assertThat(names(kpi, Kpi.Part.NUMERATOR))
        .containsExactlyInAnyOrderElementsOf(
            Stream.concat(of(defined, "numerator").stream(), of(defined, "half").stream())
                .toList());
    assertThat(names(kpi, Kpi.Part.DENOMINATOR))
        .containsExactlyInAnyOrderElementsOf(of(defined, "denominator"));
    assertThat(names(kpi, Kpi.Part.UNKNOWN))
        .containsExactlyInAnyOrderElementsOf(of(defined, "unknown"));
    assertThat(names(kpi, Kpi.Part.EXCLUDED))
        .containsExactlyInAnyOrderElementsOf(of(defined, "leftOut"));
  }

  private static List<String> names(Kpi kpi, Kpi.Part part) {
    return kpi.anyOf(part).stream().map(Enum::name).toList();
  }

  private static List<String> of(Definition defined, String part) {
    return defined.counters().getOrDefault(part, List.of());
  }
}
