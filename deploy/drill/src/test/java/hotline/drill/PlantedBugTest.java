package hotline.drill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PlantedBugTest {

  @ParameterizedTest
  @EnumSource(PlantedBug.class)
  void a_bug_fits_the_relay_as_it_is_today(PlantedBug bug) throws IOException {
    String source =
        Files.readString(
            Path.of("../../libs/event-relay/src/main/java/hotline/relay", bug.type() + ".java"));

    assertThat(bug.plantedIn(source)).isNotEqualTo(source);
  }

  @Test
  void a_relay_that_has_changed_is_not_taken_for_one_with_the_bug() {
    assertThatThrownBy(() -> PlantedBug.NO_OUTBOX.plantedIn("class Relay {}"))
        .hasMessageContaining("NO_OUTBOX");
  }
}
