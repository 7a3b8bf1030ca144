package hotline.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * PostgreSQL and Kafka of the local stack, looked at from outside: only measured, never written.
 */
final class Servers {

  private static final int POSTGRES = 6;
  private static final int KAFKA = 7;
  private static final String SUPERUSER = "postgres";

  /**
   * What has passed through them since they started.
   *
   * @param commits transactions that ended well in the four databases
   * @param rows inserted, updated and deleted there
   * @param records in the topics of the services
   */
  record Counters(long commits, long rows, long records) {

    Counters since(Counters before) {
      return new Counters(commits - before.commits, rows - before.rows, records - before.records);
    }
  }

  private final int port;

  Servers(Path run) throws IOException {
    port = Integer.parseInt(Files.readString(run.resolve("port")).trim());
  }

  String bootstrap() {
    return "127.0.0.1:" + (port + KAFKA);
  }

  String jdbcUrl(String database) {
    return "jdbc:postgresql://127.0.0.1:" + (port + POSTGRES) + "/" + database;
  }

  Connection connect(String database) throws SQLException {
    return DriverManager.getConnection(jdbcUrl(database), SUPERUSER, SUPERUSER);
  }

  Counters look() throws SQLException {
    try (Connection connection = connect(SUPERUSER);
        Statement sql = connection.createStatement();
        ResultSet row =
            sql.executeQuery(
                "SELECT sum(xact_commit), sum(tup_inserted + tup_updated + tup_deleted)"
                    + " FROM pg_stat_database"
                    + " WHERE datname IN ('intake', 'dispatch', 'evaluation', 'reporting')")) {
      row.next();
      return new Counters(row.getLong(1), row.getLong(2), records("hotline."));
    }
  }

  /** Records in all topics of that beginning. */
  long records(String beginning) {
    try (KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(
            Map.of("bootstrap.servers", bootstrap()),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer())) {
      List<TopicPartition> partitions = new ArrayList<>();
      consumer
          .listTopics()
          .forEach(
              (topic, parts) -> {
                if (topic.startsWith(beginning)) {
                  parts.forEach(
                      part -> partitions.add(new TopicPartition(topic, part.partition())));
                }
              });
      return consumer.endOffsets(partitions).values().stream().mapToLong(Long::longValue).sum();
    }
  }
}
