package hotline.drill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class PlantedBugTest {

  private static final Path RELAY = Path.of("../../libs/event-relay/src/main/java/hotline/relay");

  static Stream<List<Change>> everyChange() {
    return Stream.concat(
        Stream.of(PlantedBug.values()).map(PlantedBug::changes), Stream.of(FailPoint.changes()));
  }

  @ParameterizedTest
  @MethodSource("everyChange")
  void what_is_planted_fits_the_relay_as_it_is_today(List<Change> changes) throws IOException {
    Map<String, String> changed = Plant.changed(changes, RELAY);

    assertThat(changed).isNotEmpty();
    for (Map.Entry<String, String> source : changed.entrySet()) {
      assertThat(source.getValue())
          .isNotEqualTo(Files.readString(RELAY.resolve(source.getKey() + ".java")));
    }
  }

  @ParameterizedTest
  @EnumSource(FailPoint.class)
  void a_point_is_called_by_its_own_name(FailPoint point) throws IOException {
    assertThat(Plant.changed(FailPoint.changes(), RELAY).values())
        .filteredOn(source -> source.contains("Halt.at(\"" + point + "\");"))
        .hasSize(1);
  }

  @Test
  void a_relay_that_has_changed_is_not_taken_for_one_with_the_bug() {
    assertThatThrownBy(() -> PlantedBug.NO_OUTBOX.changes().get(0).madeIn("class Relay {}"))
        .hasMessageContaining("Relay");
  }
}
