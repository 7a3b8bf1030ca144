package hotline.intake;

import hotline.localservers.FreePort;
import hotline.localservers.Handsets;
import hotline.localservers.KafkaServer;
import hotline.localservers.PostgresServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Comparator;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/** A PostgreSQL and a Kafka of their own, shared by all tests of this module. */
public class IntakeServers implements QuarkusTestResourceLifecycleManager {
  private Path home;
  private KafkaServer kafka;
  private PostgresServer postgres;
  private Handsets handsets;

  @Override
  public Map<String, String> start() {
    try {
      home = Files.createTempDirectory("intake-test");
      kafka = KafkaServer.onFreePorts(home.resolve("kafka"));
      CompletableFuture<Void> broker = CompletableFuture.runAsync(this::startKafka);
      postgres =
          new PostgresServer(home.resolve("postgres"), FreePort.find(), Map.of("fsync", "off"));
      postgres.start();
      postgres.createDatabase("intake", "intake");
      handsets = Handsets.onFreePort(Clock.systemUTC()).start();
      broker.get();
    } catch (Exception e) {
      throw new IllegalStateException("The servers for the tests did not start", e);
    }
    return Map.of(
        "quarkus.datasource.jdbc.url",
        postgres.jdbcUrl("intake"),
        "quarkus.datasource.username",
        "intake",
        "quarkus.datasource.password",
        "intake",
        "kafka.bootstrap.servers",
        kafka.bootstrapServers(),
        "hotline.texting.gateway",
        "127.0.0.1:" + handsets.port(),
        "hotline.texting.system-id",
        "hotline",
        "hotline.texting.own-page",
        "https://12345.example/track",
        "hotline.texting.answer-within",
        "PT3S",
        // Tests run at any hour.
        "hotline.texting.quiet-from",
        "00:00",
        "hotline.texting.quiet-to",
        "00:00");
  }

  private void startKafka() {
    try {
      kafka.start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void inject(TestInjector injector) {
    injector.injectIntoFields(this, new TestInjector.MatchesType(IntakeServers.class));
  }

  public KafkaServer kafka() {
    return kafka;
  }

  public PostgresServer postgres() {
    return postgres;
  }

  public Handsets handsets() {
    return handsets;
  }

  /** A connection of the owner, beside the service's pool. */
  public Connection connect() throws SQLException {
    return postgres.connect("intake", "intake");
  }

  @Override
  public void stop() {
    if (kafka != null) {
      kafka.close();
    }
    if (postgres != null) {
      postgres.close();
    }
    if (handsets != null) {
      handsets.close();
    }
    delete();
  }

  /** As far as possible: a server that is still ending may remove its files at the same time. */
  private void delete() {
    try (Stream<Path> files = Files.walk(home)) {
      files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
    } catch (IOException | UncheckedIOException stillEnding) {
      home.toFile().deleteOnExit();
    }
  }
}
