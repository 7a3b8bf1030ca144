package hotline.relay.quarkus;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import hotline.localservers.KafkaServer;
import hotline.localservers.PostgresServer;
import hotline.relay.conformance.LogAccess;
import hotline.relay.conformance.Parcels;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(ParcelServers.class)
@TestProfile(ReadinessTest.Hasty.class)
class ReadinessTest {

  private static final Duration SOON = Duration.ofSeconds(60);

  /** Calls itself degraded after a second. */
  public static class Hasty implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of("hotline.relay.outbox-limit", "1s");
    }
  }

  @Inject ParcelService parcels;

  @ConfigProperty(name = "kafka.bootstrap.servers")
  String broker;

  KafkaServer kafka;
  PostgresServer postgres;

  @Test
  void the_figures_are_shown_and_only_a_missing_database_takes_readiness_down() throws Exception {
    LogAccess log = new LogAccess(broker);
    log.createTopic(ParcelService.OUT);
    parcels.send("k", 1);
    log.write("parcels.in.v1", "gap", new byte[] {'x'}, Parcels.headers("gap", 2));
    log.write("parcels.in.v1", "fine", new byte[] {'x'}, Parcels.headers("fine", 1));
    log.write("parcels.in.v1", "fine", new byte[] {'x'}, Parcels.headers("fine", 1));
    await()
        .atMost(SOON)
        .until(
            () ->
                metric("hotline_outbox_size") == 0
                    && metric("hotline_parked_cases") == 1
                    && metric("hotline_consumer_gaps_total") == 1
                    && metric("hotline_consumer_duplicates_total") == 1
                    && metric("hotline_relay_holder") == 1
                    && metric("hotline_consumer_lag") == 0);
    assertThat(metric("hotline_outbox_oldest_seconds")).isZero();
    assertThat(data("state")).isEqualTo("ok");
    assertThat(data("parkedKeys")).isEqualTo(1);
    assertThat(data("consumer")).isEqualTo("RUNNING");
    assertThat(data("outboxSize")).isEqualTo(0);
    assertThat(data("consumerLag")).isEqualTo(0);

    kafka.kill();
    parcels.send("k", 2);
    await().atMost(SOON).until(() -> "degraded".equals(data("state")));
    assertThat(readiness()).isEqualTo(200);
    assertThat(data("outboxSize")).isEqualTo(1);
    await().atMost(SOON).until(() -> metric("hotline_outbox_oldest_seconds") > 1);
    await().atMost(SOON).until(() -> data("relayFailure") != null);
    kafka.start();
    await().atMost(SOON).until(() -> "ok".equals(data("state")));
    assertThat(data("relayFailure")).isNull();

    parcels.damage("late");
    parcels.remind("late", Instant.EPOCH);
    await().atMost(SOON).until(() -> "degraded".equals(data("state")));
    assertThat(data("timerFailure")).asString().contains("The belt stands still");
    parcels.mend();
    await().atMost(SOON).until(() -> "ok".equals(data("state")));
    assertThat(parcels.count("late")).isEqualTo(1);

    postgres.kill();
    await().atMost(SOON).until(() -> readiness() == 503);
    postgres.start();
    await().atMost(SOON).until(() -> readiness() == 200);
    parcels.send("k", 3);
    log.write("parcels.in.v1", "gap", new byte[] {'x'}, Parcels.headers("gap", 1));
    await().atMost(SOON).until(() -> parcels.count("gap") == 2);
    await().atMost(SOON).until(() -> data("outboxSize").equals(0));
    assertThat(log.read(ParcelService.OUT).stream().filter(r -> r.key().equals("k")))
        .extracting(r -> LogAccess.header(r, "ce_sequence"))
        .containsSubsequence("1", "2", "3");
  }

  private static int readiness() {
    return given().get("/q/health/ready").statusCode();
  }

  private static Object data(String name) {
    return given()
        .get("/q/health/ready")
        .path("checks.find { it.name == 'event-relay' }.data." + name);
  }

  private static double metric(String name) {
    for (String line : given().get("/q/metrics").asString().split("\n")) {
      if (line.startsWith(name + " ") || line.startsWith(name + "{")) {
        return Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1));
      }
    }
    return Double.NaN;
  }
}
