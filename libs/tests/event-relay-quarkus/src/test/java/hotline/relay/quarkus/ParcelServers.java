package hotline.relay.quarkus;

import hotline.localservers.FreePort;
import hotline.localservers.KafkaServer;
import hotline.localservers.PostgresServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;

/** A database, a broker and a clock for the test application. */
public class ParcelServers implements QuarkusTestResourceLifecycleManager {

  private PostgresServer postgres;
  private KafkaServer kafka;

  @Override
  public Map<String, String> start() {
    try {
      Path home = Files.createTempDirectory("parcels");
      postgres =
          new PostgresServer(home.resolve("postgres"), FreePort.find(), Map.of("fsync", "off"))
              .start();
      postgres.createDatabase("parcels", "parcels");
      kafka = KafkaServer.onFreePorts(home.resolve("kafka")).start();
      Path clock = home.resolve("clock");
      SimulatedClock.write(clock, Instant.parse("2026-03-02T00:00:00Z"), 0);
      return Map.of(
          "quarkus.datasource.jdbc.url", postgres.jdbcUrl("parcels"),
          "quarkus.datasource.username", "parcels",
          "quarkus.datasource.password", "parcels",
          "kafka.bootstrap.servers", kafka.bootstrapServers(),
          "hotline.clock.file", clock.toString());
    } catch (IOException | InterruptedException | java.sql.SQLException failed) {
      throw new IllegalStateException("The servers of the test did not start", failed);
    }
  }

  @Override
  public void stop() {
    if (kafka != null) {
      kafka.close();
    }
    if (postgres != null) {
      postgres.close();
    }
  }

  @Override
  public void inject(TestInjector test) {
    test.injectIntoFields(postgres, new TestInjector.MatchesType(PostgresServer.class));
    test.injectIntoFields(kafka, new TestInjector.MatchesType(KafkaServer.class));
  }
}
