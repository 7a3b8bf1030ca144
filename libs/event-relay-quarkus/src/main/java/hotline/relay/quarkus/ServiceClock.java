package hotline.relay.quarkus;

import io.quarkus.arc.DefaultBean;
import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import org.jboss.logging.Logger;

/** The one clock of the service: real, or simulated outside production. */
@ApplicationScoped
class ServiceClock {

  private static final Logger LOG = Logger.getLogger(ServiceClock.class);

  private final ClockConfig config;

  ServiceClock(ClockConfig config) {
    this.config = config;
  }

  @Produces
  @Singleton
  @DefaultBean
  Clock clock() {
    if (config.file().isEmpty()) {
      return Clock.systemUTC();
    }
    Path file = config.file().get();
    refuseInProduction(LaunchMode.current(), config.simulationAllowed());
    try {
      LOG.warnf("Time is simulated, read from %s", file);
      return SimulatedClock.open(file);
    } catch (IOException unreadable) {
      throw new IllegalStateException(unreadable.getMessage(), unreadable);
    }
  }

  static void refuseInProduction(LaunchMode mode, boolean allowed) {
    if (mode == LaunchMode.NORMAL && !allowed) {
      throw new IllegalStateException(
          "生产环境不允许使用模拟时钟，请去掉 hotline.clock.file"
              + " / The production profile refuses a simulated clock: remove hotline.clock.file, or"
              + " set hotline.clock.simulation-allowed=true on a machine that serves no citizen");
    }
  }

  /** Before anything acts on a time that is not to be had. */
  void check(@Observes @Priority(1) StartupEvent start, Clock clock) {
    LOG.debugf("The clock shows %s", clock.instant());
  }
}
