package hotline.evaluation.loop;

import hotline.localservers.KafkaServer;
import hotline.localservers.PostgresServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/** A PostgreSQL and a Kafka of their own, shared by all tests of this module. */
public class EvaluationServers implements QuarkusTestResourceLifecycleManager {

  private Path home;
  private KafkaServer kafka;
  private PostgresServer postgres;

  @Override
  public Map<String, String> start() {
    try {
      home = Files.createTempDirectory("evaluation-test");
      kafka = KafkaServer.onFreePorts(home.resolve("kafka"));
      CompletableFuture<Void> broker = CompletableFuture.runAsync(this::startKafka);
      postgres = new PostgresServer(home.resolve("postgres"), freePort(), Map.of("fsync", "off"));
      postgres.start();
      postgres.createDatabase("evaluation", "evaluation");
      broker.get();
    } catch (Exception e) {
      throw new IllegalStateException("The servers for the tests did not start", e);
    }
    return Map.of(
        "quarkus.datasource.jdbc.url", postgres.jdbcUrl("evaluation"),
        "kafka.bootstrap.servers", kafka.bootstrapServers());
  }

  private void startKafka() {
    try {
      kafka.start();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
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
    try (Stream<Path> files = Files.walk(home)) {
      files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
