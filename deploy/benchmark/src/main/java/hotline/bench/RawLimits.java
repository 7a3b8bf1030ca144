package hotline.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * What the same PostgreSQL and the same Kafka do for a program that does nothing else: the ceiling
 * under which everything here works.
 */
final class RawLimits {

  private static final String SCRATCH = "bench_scratch";
  private static final String TOPIC = "bench.scratch";
  private static final int PARTITIONS = 12;
  private static final int ROW_BYTES = 400;
  private static final int RECORD_BYTES = 700;

  private final Servers servers;

  RawLimits(Servers servers) {
    this.servers = servers;
  }

  /** Durable commits a second of one small row each, from as many connections as clients. */
  double commitsPerSecond(int clients, Duration time)
      throws SQLException, InterruptedException, ExecutionException {
    try (Connection server = servers.connect("postgres");
        Statement sql = server.createStatement()) {
      sql.execute("DROP DATABASE IF EXISTS " + SCRATCH);
      sql.execute("CREATE DATABASE " + SCRATCH);
      try {
        return insert(clients, time);
      } finally {
        sql.execute("DROP DATABASE " + SCRATCH + " WITH (FORCE)");
      }
    }
  }

  private double insert(int clients, Duration time)
      throws SQLException, InterruptedException, ExecutionException {
    try (Connection connection = servers.connect(SCRATCH);
        Statement sql = connection.createStatement()) {
      sql.execute("CREATE TABLE written (id uuid PRIMARY KEY, value bytea NOT NULL)");
    }
    ExecutorService threads = Executors.newFixedThreadPool(clients);
    try {
      long end = System.nanoTime() + time.toNanos();
      List<Callable<Long>> writers = new ArrayList<>();
      for (int client = 0; client < clients; client++) {
        writers.add(() -> insertUntil(end));
      }
      long rows = 0;
      for (Future<Long> written : threads.invokeAll(writers)) {
        rows += written.get();
      }
      return rows / seconds(time);
    } finally {
      threads.shutdownNow();
    }
  }

  private long insertUntil(long end) throws SQLException {
    long rows = 0;
    byte[] value = new byte[ROW_BYTES];
    try (Connection connection = servers.connect(SCRATCH);
        PreparedStatement row =
            connection.prepareStatement("INSERT INTO written (id, value) VALUES (?, ?)")) {
      row.setBytes(2, value);
      while (System.nanoTime() < end) {
        row.setObject(1, UUID.randomUUID());
        row.addBatch();
        row.executeBatch();
        rows++;
      }
    }
    return rows;
  }

  /** Records a second that the broker acknowledges to one producer with {@code acks=all}. */
  double recordsPerSecond(Duration time) throws InterruptedException, ExecutionException {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", servers.bootstrap()))) {
      admin.createTopics(List.of(new NewTopic(TOPIC, PARTITIONS, (short) 1))).all().get();
      try {
        return send(time);
      } finally {
        admin.deleteTopics(List.of(TOPIC)).all().get();
      }
    }
  }

  private double send(Duration time) throws InterruptedException {
    AtomicReference<Exception> failure = new AtomicReference<>();
    long records = 0;
    long began = System.nanoTime();
    try (KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(
            Map.of(
                "bootstrap.servers",
                servers.bootstrap(),
                "acks",
                "all",
                "enable.idempotence",
                true,
                "linger.ms",
                2,
                // A machine that stands still says so instead of keeping everybody waiting.
                "request.timeout.ms",
                10_000,
                "delivery.timeout.ms",
                20_000,
                "batch.size",
                128 * 1024),
            new ByteArraySerializer(),
            new ByteArraySerializer())) {
      byte[] value = new byte[RECORD_BYTES];
      while (System.nanoTime() - began < time.toNanos()) {
        byte[] key = UUID.randomUUID().toString().getBytes(java.nio.charset.StandardCharsets.UTF_8);
        producer.send(
            new ProducerRecord<>(TOPIC, key, value),
            (where, failed) -> failure.compareAndSet(null, failed));
        records++;
      }
      producer.flush();
    }
    if (failure.get() != null) {
      throw new IllegalStateException("The broker refused a record", failure.get());
    }
    return records / ((System.nanoTime() - began) / 1e9);
  }

  private static double seconds(Duration time) {
    return time.toNanos() / 1e9;
  }
}
