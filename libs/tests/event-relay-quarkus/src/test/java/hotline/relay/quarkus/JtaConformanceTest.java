package hotline.relay.quarkus;

import hotline.localservers.KafkaServer;
import hotline.relay.Transactions;
import hotline.relay.conformance.RelayConformance;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.Map;
import javax.sql.DataSource;

/** The whole suite on JTA transactions and pooled connections. */
@QuarkusTest
@QuarkusTestResource(ParcelServers.class)
@TestProfile(JtaConformanceTest.SwitchedOff.class)
class JtaConformanceTest extends RelayConformance {

  /** The suite runs relays and consumers of its own on the database. */
  public static class SwitchedOff implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of("hotline.relay.enabled", "false");
    }
  }

  @Inject DataSource database;
  @Inject JtaTransactions transactions;
  KafkaServer broker;

  @Override
  protected DataSource database() {
    return database;
  }

  @Override
  protected KafkaServer broker() {
    return broker;
  }

  @Override
  protected Transactions transactions() {
    return transactions;
  }
}
