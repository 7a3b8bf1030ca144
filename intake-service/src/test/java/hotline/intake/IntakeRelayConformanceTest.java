package hotline.intake;

import hotline.localservers.FreePort;
import hotline.localservers.KafkaServer;
import hotline.localservers.PostgresServer;
import hotline.relay.conformance.RelayConformance;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.postgresql.ds.PGSimpleDataSource;

/** What the log promises, proved against intake's own tables. */
class IntakeRelayConformanceTest extends RelayConformance {
  private static PostgresServer postgres;
  private static KafkaServer kafka;
  private static PGSimpleDataSource database;

  @BeforeAll
  static void start() throws Exception {
    Path home = Files.createTempDirectory("intake-conformance");
    postgres =
        new PostgresServer(home.resolve("postgres"), FreePort.find(), Map.of("fsync", "off"));
    postgres.start();
    postgres.createDatabase("intake", "intake");
    kafka = KafkaServer.onFreePorts(home.resolve("kafka")).start();
    database = new PGSimpleDataSource();
    database.setUrl(postgres.jdbcUrl("intake"));
    database.setUser("intake");
    database.setPassword("intake");
    Flyway.configure()
        .dataSource(database)
        .locations("db/relay", "db/access", "db/migration")
        .load()
        .migrate();
  }

  @AfterAll
  static void stop() {
    kafka.close();
    postgres.close();
  }

  @Override
  protected DataSource database() {
    return database;
  }

  @Override
  protected KafkaServer broker() {
    return kafka;
  }
}
