package hotline.dispatch.loop;

import hotline.localservers.KafkaServer;
import hotline.relay.conformance.PooledDatabase;
import hotline.relay.conformance.RelayConformance;
import hotline.relay.quarkus.MigrationsBesideTraffic;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** The promises of the relay on the database that this service's migrations make. */
class DispatchConformanceTest extends RelayConformance {

  private static final DispatchServers SERVERS = new DispatchServers();
  private static DataSource database;

  @BeforeAll
  static void start() throws Exception {
    SERVERS.start();
    database = PooledDatabase.of(SERVERS.postgres().jdbcUrl("dispatch"), "dispatch");
    MigrationsBesideTraffic.locksBySession(Flyway.configure())
        .dataSource(database)
        .locations("db/relay", "db/access", "db/views", "db/migration")
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
