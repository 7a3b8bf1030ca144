package hotline.relay.quarkus;

import hotline.relay.ConsumerState;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.Optional;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/**
 * Down only when the database is away: commands are accepted as long as they can be made durable,
 * whatever the broker is doing. What does not flow shows as degraded, with the reason.
 */
@Readiness
@ApplicationScoped
class RelayReadiness implements HealthCheck {

  private final RelayNumbers numbers;
  private final RelayEngine engine;
  private final RelayConfig config;

  RelayReadiness(RelayNumbers numbers, RelayEngine engine, RelayConfig config) {
    this.numbers = numbers;
    this.engine = engine;
    this.config = config;
  }

  @Override
  public HealthCheckResponse call() {
    HealthCheckResponseBuilder answer = HealthCheckResponse.named("event-relay");
    try {
      RelayNumbers.Sample sample = numbers.sample();
      describe(answer, sample);
      return answer.up().build();
    } catch (SQLException away) {
      return answer.down().withData("database", "unreachable").build();
    }
  }

  private void describe(HealthCheckResponseBuilder answer, RelayNumbers.Sample sample) {
    boolean late = sample.outbox().oldestSeconds() > config.outboxLimit().toMillis() / 1000.0;
    ConsumerState consumer = engine.consumer().state();
    boolean stuck =
        engine.reads() && (consumer == ConsumerState.BLOCKED || consumer == ConsumerState.CUT_OFF);
    Optional<String> timers = engine.timerFailure();
    answer
        .withData("state", late || stuck || timers.isPresent() ? "degraded" : "ok")
        .withData("outboxSize", sample.outbox().size())
        .withData("outboxOldestSeconds", Math.round(sample.outbox().oldestSeconds()))
        .withData("consumerLag", engine.consumer().lag())
        .withData("consumer", engine.reads() ? consumer.name() : "NONE")
        .withData("parkedKeys", sample.parkedKeys())
        .withData("timersDue", sample.timersDue())
        .withData("relayHolder", engine.relay().isHolder());
    engine.relay().failure().ifPresent(why -> answer.withData("relayFailure", why));
    engine.consumer().failure().ifPresent(why -> answer.withData("consumerFailure", why));
    timers.ifPresent(why -> answer.withData("timerFailure", why));
  }
}
