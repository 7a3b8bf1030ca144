package hotline.dispatch.loop;

import hotline.localservers.FreePort;
import hotline.localservers.KafkaServer;
import hotline.localservers.PostgresServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/**
 * The real PostgreSQL and Kafka that the tests of this module share. PostgreSQL writes every
 * statement with its transaction into its log, so that a test can count them.
 */
public class DispatchServers implements QuarkusTestResourceLifecycleManager {

  private Path home;
  private PostgresServer postgres;
  private KafkaServer kafka;

  @Override
  public Map<String, String> start() {
    try {
      home = Files.createTempDirectory("dispatch-servers");
      kafka = KafkaServer.onFreePorts(home.resolve("kafka"));
      CompletableFuture<Void> broker = CompletableFuture.runAsync(this::startBroker);
      postgres =
          new PostgresServer(
                  home.resolve("postgres"),
                  FreePort.find(),
                  Map.of("fsync", "off", "log_statement", "all", "log_line_prefix", "%v "))
              .start();
      postgres.createDatabase("dispatch", "dispatch");
      broker.join();
    } catch (Exception e) {
      throw new IllegalStateException("The servers for the tests did not start", e);
    }
    return Map.of(
        "quarkus.datasource.jdbc.url", postgres.jdbcUrl("dispatch"),
        "quarkus.datasource.username", "dispatch",
        "quarkus.datasource.password", "dispatch",
        "kafka.bootstrap.servers", kafka.bootstrapServers(),
        "test.postgres.log", home.resolve("postgres/postgres.log").toString());
  }

  private void startBroker() {
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
  public void stop() {
    if (kafka != null) {
      kafka.close();
    }
    if (postgres != null) {
      postgres.close();
    }
    delete();
  }

  KafkaServer kafka() {
    return kafka;
  }

  PostgresServer postgres() {
    return postgres;
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
