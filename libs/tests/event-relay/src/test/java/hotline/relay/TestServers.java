package hotline.relay;

import hotline.localservers.FreePort;
import hotline.localservers.KafkaServer;
import hotline.localservers.PostgresServer;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** One database server and one broker for all tests of this module; they end with the JVM. */
public final class TestServers {

  private static PostgresServer postgres;
  private static KafkaServer kafka;

  private TestServers() {}

  static synchronized PostgresServer postgres() throws Exception {
    if (postgres == null) {
      postgres =
          new PostgresServer(
              Files.createTempDirectory("relay-postgres"),
              FreePort.find(),
              Map.of("fsync", "off", "log_min_messages", "fatal"));
      postgres.start();
    }
    return postgres;
  }

  static synchronized KafkaServer kafka() throws Exception {
    if (kafka == null) {
      kafka = KafkaServer.onFreePorts(Files.createTempDirectory("relay-kafka"));
      kafka.start();
    }
    return kafka;
  }

  /** A database with the tables of the relay. */
  static DataSource database(String name) throws Exception {
    PostgresServer server = postgres();
    server.createDatabase(name, name);
    PGSimpleDataSource database = new PGSimpleDataSource();
    database.setURL(server.jdbcUrl(name));
    database.setUser(name);
    try (Connection connection = database.getConnection();
        Statement sql = connection.createStatement()) {
      if (!exists(sql)) {
        sql.execute(migration());
      }
    }
    return database;
  }

  private static boolean exists(Statement sql) throws SQLException {
    try (var row = sql.executeQuery("SELECT to_regclass('outbox') IS NOT NULL")) {
      row.next();
      return row.getBoolean(1);
    }
  }

  private static String migration() throws IOException {
    try (InputStream in =
        TestServers.class.getResourceAsStream("/db/relay/V0_1__event_relay.sql")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
