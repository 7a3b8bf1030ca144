package hotline.localservers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;

/** A PostgreSQL with one service's database and a Kafka, for the tests of that service. */
public final class ServiceServers implements AutoCloseable {

  private final Path home;
  private final PostgresServer postgres;
  private final KafkaServer kafka;

  private ServiceServers(Path home, PostgresServer postgres, KafkaServer kafka) {
    this.home = home;
    this.postgres = postgres;
    this.kafka = kafka;
  }

  /** Starts both side by side in a temporary folder; the database is named like the service. */
  public static ServiceServers start(String database) {
    try {
      Path home = Files.createTempDirectory(database + "-servers");
      KafkaServer kafka = KafkaServer.onFreePorts(home.resolve("kafka"));
      CompletableFuture<Void> broker = CompletableFuture.runAsync(() -> start(kafka));
      PostgresServer postgres =
          new PostgresServer(home.resolve("postgres"), FreePort.find(), Map.of("fsync", "off"))
              .start();
      postgres.createDatabase(database, database);
      broker.join();
      return new ServiceServers(home, postgres, kafka);
    } catch (Exception e) {
      throw new IllegalStateException(
          "The servers for the tests of " + database + " did not start", e);
    }
  }

  /** The configuration that points a service at them. */
  public Map<String, String> configuration(String database) {
    return Map.of(
        "quarkus.datasource.jdbc.url",
        postgres.jdbcUrl(database),
        "quarkus.datasource.username",
        database,
        "quarkus.datasource.password",
        database,
        "kafka.bootstrap.servers",
        kafka.bootstrapServers());
  }

  public PostgresServer postgres() {
    return postgres;
  }

  public KafkaServer kafka() {
    return kafka;
  }

  @Override
  public void close() {
    kafka.close();
    postgres.close();
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

  private static void start(KafkaServer kafka) {
    try {
      kafka.start();
    } catch (IOException e) {
      throw new CompletionException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CompletionException(e);
    }
  }
}
