package hotline.dispatch.loop;

import hotline.localservers.KafkaServer;
import hotline.relay.conformance.RelayConformance;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.postgresql.ds.PGSimpleDataSource;

/** The promises of the relay on the database that this service's migrations make. */
class DispatchConformanceTest extends RelayConformance {

  private static final DispatchServers SERVERS = new DispatchServers();
  private static PGSimpleDataSource database;

  @BeforeAll
  static void start() {
    SERVERS.start();
    database = new PGSimpleDataSource();
    database.setURL(SERVERS.postgres().jdbcUrl("dispatch"));
    database.setUser("dispatch");
    Flyway.configure()
        .dataSource(database)
        .locations("db/relay", "db/access", "db/migration")
        .load()
        .migrate();
  }

  @AfterAll
  static void stop() {
    SERVERS.stop();
  }

  @Override
  protected DataSource database() {
    return database;
  }

  @Override
  protected KafkaServer broker() {
    return SERVERS.kafka();
  }
}
