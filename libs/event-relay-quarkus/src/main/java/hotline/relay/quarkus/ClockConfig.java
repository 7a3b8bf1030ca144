package hotline.relay.quarkus;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.util.Optional;

/** Which clock a service lives by, under {@code hotline.clock}. */
@ConfigMapping(prefix = "hotline.clock")
public interface ClockConfig {

  /** File of a {@link SimulatedClock}; absent: the real one. */
  Optional<Path> file();

  /** Must be said aloud where the production profile is to run on simulated time. */
  @WithDefault("false")
  boolean simulationAllowed();
}
