package hotline.evaluation.loop;

import hotline.localservers.KafkaServer;
import hotline.localservers.ServiceServers;
import hotline.relay.conformance.PooledDatabase;
import hotline.relay.conformance.RelayConformance;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** The promises of the relay on the database that this service's migrations make. */
class EvaluationConformanceTest extends RelayConformance {

  private static ServiceServers servers;
  private static DataSource database;

  @BeforeAll
  static void start() throws Exception {
    servers = ServiceServers.start("evaluation");
    database = PooledDatabase.of(servers.postgres().jdbcUrl("evaluation"), "evaluation");
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
