package hotline.relay.quarkus;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import hotline.relay.conformance.LogAccess;
import hotline.relay.conformance.Parcels;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(ParcelServers.class)
class ParkedCasesTest {

  private static final Duration SOON = Duration.ofSeconds(30);
  private static final String IN = "parcels.in.v1";
  private static final String STATE = "parcels.state.v1";

  @Inject ParcelService parcels;
  @Inject RelayEngine engine;

  @ConfigProperty(name = "kafka.bootstrap.servers")
  String broker;

  @Test
  @TestSecurity(user = "root", roles = "system-admin")
  void a_parked_case_is_shown_redriven_and_gone() throws Exception {
    parcels.damage("hurt");
    write("hurt", 1, "坏件 🏮");
    write("hurt", 2, "second");
    write("well", 1, "first");
    await().atMost(SOON).until(() -> parcels.count("well") == 1);
    await().atMost(SOON).until(() -> engine.consumer().parkedKeys().records("hurt").size() == 2);
    assertThat(parcels.count("hurt")).isZero();

    given()
        .get("/api/parked-cases")
        .then()
        .statusCode(200)
        .body("items.key", hasItem("hurt"))
        .body("items.find { it.key == 'hurt' }.records", equalTo(2))
        .body("items.find { it.key == 'hurt' }.reason", equalTo("DAMAGED"))
        .body("items.find { it.key == 'hurt' }.firstError", equalTo("The parcel is damaged"));
    given()
        .get("/api/parked-cases/hurt")
        .then()
        .statusCode(200)
        .body("records", hasSize(2))
        .body("records[0].valuePreview", equalTo("坏件 🏮"))
        .body("records[0].error", equalTo("DAMAGED"))
        .body("records[0].sequence", equalTo("1"))
        .body("records[0].source", equalTo(Parcels.headers("hurt", 1).get("ce_source")))
        .body("records[1].error", equalTo("FOLLOWS"));

    given()
        .post("/api/parked-cases/hurt/redrive")
        .then()
        .statusCode(200)
        .body("healed", equalTo(false))
        .body("remaining", equalTo(2));
    parcels.mend();
    given()
        .post("/api/parked-cases/hurt/redrive")
        .then()
        .statusCode(200)
        .body("healed", equalTo(true))
        .body("applied", equalTo(2));
    assertThat(parcels.count("hurt")).isEqualTo(2);
    given().get("/api/parked-cases/hurt").then().statusCode(404);
    given().get("/api/parked-cases").then().body("items.key", not(hasItem("hurt")));
  }

  @Test
  @TestSecurity(user = "root", roles = "system-admin")
  void a_record_written_by_hand_is_set_aside_with_a_reason() throws Exception {
    new LogAccess(broker).write(IN, "by-hand", new byte[] {'?'}, Map.of("ce_id", "by-hand"));
    await().atMost(SOON).until(() -> engine.consumer().parkedKeys().records("by-hand").size() == 1);
    write("by-hand", 1, "first");
    await().atMost(SOON).until(() -> engine.consumer().parkedKeys().records("by-hand").size() == 2);
    long id = engine.consumer().parkedKeys().records("by-hand").get(0).id();
    String path = "/api/parked-cases/by-hand/records/" + id + "/set-aside";
    given()
        .contentType(ContentType.JSON)
        .body("{\"reason\":\" \"}")
        .post(path)
        .then()
        .statusCode(400);
    given()
        .contentType(ContentType.JSON)
        .body("{\"reason\":\"手工写入\"}")
        .post(path)
        .then()
        .statusCode(204);
    given()
        .contentType(ContentType.JSON)
        .body("{\"reason\":\"手工写入\"}")
        .post(path)
        .then()
        .statusCode(404);
    given().post("/api/parked-cases/redrive").then().statusCode(200).body("applied", equalTo(1));
    assertThat(parcels.count("by-hand")).isEqualTo(1);
  }

  @Test
  @TestSecurity(user = "root", roles = "system-admin")
  void a_genuine_record_set_aside_lets_the_next_go_on_when_its_number_counts() throws Exception {
    parcels.damage("broken");
    write("broken", 1, "first");
    write("broken", 2, "second");
    await().atMost(SOON).until(() -> engine.consumer().parkedKeys().records("broken").size() == 2);
    parcels.mend();
    setAside("broken", 1).then().statusCode(409);
    setAside("broken", 0).then().statusCode(204);
    given().post("/api/parked-cases/broken/redrive").then().body("healed", equalTo(true));
    assertThat(parcels.count("broken")).isEqualTo(1);
  }

  @Test
  @TestSecurity(user = "root", roles = "system-admin")
  void what_only_a_newer_version_knows_waits_for_one_and_goes_on_when_it_starts() throws Exception {
    parcels.doesNotKnow("newer");
    parcels.damage("worn");
    write("newer", 1, "first");
    write("newer", 2, "second");
    write("worn", 1, "first");
    await().atMost(SOON).until(() -> engine.consumer().parkedKeys().records("newer").size() == 2);
    await().atMost(SOON).until(() -> engine.consumer().parkedKeys().records("worn").size() == 1);
    engine.readWhatAnOlderVersionCouldNot();
    given().get("/api/parked-cases/newer").then().body("records[0].error", equalTo("UNKNOWN_TYPE"));

    parcels.mend();
    engine.readWhatAnOlderVersionCouldNot();

    assertThat(parcels.count("newer")).isEqualTo(2);
    given().get("/api/parked-cases/newer").then().statusCode(404);
    // What waits for another reason waits for an administrator.
    assertThat(parcels.count("worn")).isZero();
    given().post("/api/parked-cases/worn/redrive").then().body("healed", equalTo(true));
  }

  private Response setAside(String key, int index) throws Exception {
    long id = engine.consumer().parkedKeys().records(key).get(index).id();
    return given()
        .contentType(ContentType.JSON)
        .body("{\"reason\":\"无法处理\",\"numberCounts\":true}")
        .post("/api/parked-cases/" + key + "/records/" + id + "/set-aside");
  }

  @Test
  @TestSecurity(user = "root", roles = "system-admin")
  void a_value_that_may_be_erased_is_not_shown() throws Exception {
    new LogAccess(broker).write(STATE, "secret", "住址".getBytes(StandardCharsets.UTF_8), Map.of());
    await().atMost(SOON).until(() -> engine.consumer().parkedKeys().records("secret").size() == 1);
    given()
        .get("/api/parked-cases/secret")
        .then()
        .body("records[0].topic", equalTo(STATE))
        .body("records[0].valuePreview", nullValue());
  }

  @Test
  @TestSecurity(user = "root", roles = "system-admin")
  void a_limit_that_is_no_number_is_a_bad_request() {
    given().get("/api/parked-cases?limit=many").then().statusCode(400);
    given().get("/api/parked-cases?limit=0").then().statusCode(400);
  }

  @Test
  @TestSecurity(user = "clerk", roles = "clerk")
  void only_the_administrator_sees_it() {
    given().get("/api/parked-cases").then().statusCode(403);
    given().post("/api/parked-cases/k/redrive").then().statusCode(403);
  }

  @Test
  void nobody_is_not_enough() {
    given().get("/api/parked-cases").then().statusCode(401);
  }

  private void write(String key, long number, String content) throws Exception {
    new LogAccess(broker)
        .write(IN, key, content.getBytes(StandardCharsets.UTF_8), Parcels.headers(key, number));
  }
}
