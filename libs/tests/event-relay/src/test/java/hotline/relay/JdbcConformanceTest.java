package hotline.relay;

import hotline.localservers.KafkaServer;
import hotline.relay.conformance.PooledDatabase;
import hotline.relay.conformance.RelayConformance;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeAll;

class JdbcConformanceTest extends RelayConformance {

  private static DataSource database;
  private static KafkaServer broker;

  @BeforeAll
  static void start() throws Exception {
    TestServers.database("conformance");
    database = PooledDatabase.of(TestServers.postgres().jdbcUrl("conformance"), "conformance");
    broker = TestServers.kafka();
  }

  @Override
  protected DataSource database() {
    return database;
  }

  @Override
  protected KafkaServer broker() {
    return broker;
  }
}
