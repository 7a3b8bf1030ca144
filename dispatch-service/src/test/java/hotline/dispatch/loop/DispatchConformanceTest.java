package hotline.dispatch.loop;

import hotline.localservers.KafkaServer;
import hotline.localservers.ServiceServers;
import hotline.relay.conformance.RelayConformance;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.postgresql.ds.PGSimpleDataSource;

/** The promises of the relay on the database that this service's migrations make. */
class DispatchConformanceTest extends RelayConformance {

  private static ServiceServers servers;
  private static PGSimpleDataSource database;

  @BeforeAll
  static void start() {
    servers = ServiceServers.start("dispatch");
    database = new PGSimpleDataSource();
    database.setURL(servers.postgres().jdbcUrl("dispatch"));
    database.setUser("dispatch");
    Flyway.configure()
        .dataSource(database)
        .locations("db/relay", "db/access", "db/migration")
        .load()
        .migrate();
  }

  @AfterAll
  static void stop() {
    if (servers != null) {
      servers.close();
    }
  }

  @Override
  protected DataSource database() {
    return database;
  }

  @Override
  protected KafkaServer broker() {
    return servers.kafka();
  }
}
