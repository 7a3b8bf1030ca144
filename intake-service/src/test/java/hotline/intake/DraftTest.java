package hotline.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import hotline.access.Role;
import hotline.access.testing.TestTokens;
import hotline.intake.drafts.DraftPruning;
import io.quarkus.arc.Arc;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class DraftTest extends IntakeTest {
  private static final String NAME = "草示例";
  private static final String PHONE = "13766554433";

  @Test
  void what_was_typed_is_found_again_and_lies_sealed_until_it_is_registered() {
    String operator = someone("operator");
    UUID id = UUID.randomUUID();
    save(operator, id, 0).statusCode(200).header("ETag", "\"1\"").body("version", is(1));
    save(operator, id, 1).statusCode(200).body("version", is(2));

    List<Map<String, Object>> listed =
        as(operator, Role.OPERATOR).get("/api/drafts").jsonPath().getList("items");
    assertThat(listed).hasSize(1);
    assertThat(listed.get(0))
        .containsEntry("phone", "137****4433")
        .containsEntry("own", true)
        .containsEntry("title", "路灯不亮");
    as(operator, Role.OPERATOR)
        .get("/api/drafts/" + id)
        .then()
        .statusCode(200)
        .header("ETag", "\"2\"")
        .body("content.form.phone", is(PHONE))
        .body("content.form.name", is(NAME));
    String row = text("SELECT d::text FROM registration_draft d WHERE id = '" + id + "'");
    assertThat(row).isNotNull().doesNotContain(PHONE, NAME, "路灯");

    keyed(operator, Role.OPERATOR)
        .queryParam("draft", id)
        .body(form())
        .post("/api/cases")
        .then()
        .statusCode(201);
    assertThat(draftsOf(operator)).isZero();
    as(operator, Role.OPERATOR).get("/api/drafts/" + id).then().statusCode(404);
    // What was still on its way when it was registered does not bring it back.
    save(operator, id, 2).statusCode(404).body("code", is("not-found"));
    assertThat(draftsOf(operator)).isZero();
  }

  @Test
  void a_save_sent_again_is_the_same_save_and_one_of_another_window_is_refused() {
    String operator = someone("operator");
    UUID id = UUID.randomUUID();
    String first = UUID.randomUUID().toString();
    save(operator, id, 0, first).statusCode(200).body("version", is(1));
    save(operator, id, 0, first).statusCode(200).body("version", is(1));
    save(operator, id, 0).statusCode(412).body("currentVersion", is(1));
    String second = UUID.randomUUID().toString();
    save(operator, id, 1, second).statusCode(200).body("version", is(2));
    save(operator, id, 1, second).statusCode(200).body("version", is(2));
    save(operator, id, 1).statusCode(412).body("code", is("stale-version"));
    discard(operator, id, 1).statusCode(412);
    discard(operator, id, 2).statusCode(204);
    assertThat(draftsOf(operator)).isZero();
  }

  @Test
  void a_draft_is_nobody_elses_and_registering_leaves_it_as_it_is() {
    String operator = someone("operator");
    String other = someone("operator");
    UUID id = UUID.randomUUID();
    save(operator, id, 0).statusCode(200);
    save(other, id, 0).statusCode(404);
    save(other, id, 1).statusCode(404);
    discard(other, id, 1).statusCode(404);
    as(other, Role.OPERATOR).get("/api/drafts/" + id).then().statusCode(404);
    as(someone("lead"), Role.SHIFT_LEAD).get("/api/drafts/" + id).then().statusCode(404);
    for (Object told : List.of(id, UUID.randomUUID(), "no draft")) {
      keyed(other, Role.OPERATOR)
          .queryParam("draft", told)
          .body(form())
          .post("/api/cases")
          .then()
          .statusCode(201);
    }
    assertThat(draftsOf(operator)).isOne();
  }

  @Test
  void a_refused_registration_keeps_its_draft() {
    String operator = someone("operator");
    UUID id = UUID.randomUUID();
    save(operator, id, 0).statusCode(200);
    Map<String, Object> incomplete = form();
    incomplete.remove("title");
    keyed(operator, Role.OPERATOR)
        .queryParam("draft", id)
        .body(incomplete)
        .post("/api/cases")
        .then()
        .statusCode(400);
    assertThat(draftsOf(operator)).isOne();
  }

  @Test
  void the_shift_lead_takes_a_draft_over_and_who_had_it_is_told() {
    String operator = someone("operator");
    String next = someone("operator");
    String lead = someone("lead");
    UUID id = UUID.randomUUID();
    save(operator, id, 0).statusCode(200);
    save(next, UUID.randomUUID(), 0).statusCode(200);

    Map<String, Object> line = ofSeats(lead, id);
    assertThat(line)
        .containsEntry("ownerName", named(operator))
        .containsEntry("own", false)
        .containsEntry("phone", "137****4433");
    assertThat(line.toString()).doesNotContain(NAME, PHONE);

    handOver(lead, id, 7, null).statusCode(412);
    handOver(lead, id, 1, operator)
        .statusCode(400)
        .body("violations[0].code", is("has-it-already"));
    handOver(lead, id, 1, "nobody").statusCode(400).body("violations[0].code", is("unknown-value"));
    handOver(lead, id, 1, null)
        .statusCode(200)
        .body("version", is(2))
        .body("ownerName", is(named(lead)));

    save(operator, id, 1)
        .statusCode(409)
        .body("code", is("draft-handed-over"))
        .body("toName", is(named(lead)));
    as(operator, Role.OPERATOR)
        .get("/api/drafts/" + id)
        .then()
        .statusCode(409)
        .body("code", is("draft-handed-over"))
        .body("content", nullValue());
    as(lead, Role.SHIFT_LEAD)
        .get("/api/drafts/" + id)
        .then()
        .statusCode(200)
        .body("handedFrom", is(named(operator)))
        .body("content.form.phone", is(PHONE));
    // One call is not registered twice because two have it before them.
    keyed(operator, Role.OPERATOR)
        .queryParam("draft", id)
        .body(form())
        .post("/api/cases")
        .then()
        .statusCode(409)
        .body("code", is("draft-handed-over"));
    keyed(operator, Role.OPERATOR)
        .queryParam("draft", id)
        .body("{\"target\":\"FIRE_119\",\"threePartyCall\":false}")
        .post("/api/cases/emergencies")
        .then()
        .statusCode(201);

    as(lead, Role.SHIFT_LEAD)
        .get("/api/drafts/seats")
        .then()
        .body("items.userRef.contains('" + next + "')", is(true))
        .body("items.userRef.contains('" + lead + "')", is(false));
    handOver(lead, id, 2, next).statusCode(200).body("ownerName", equalTo(named(next)));
    save(next, id, 3).statusCode(200).body("version", is(4));
    as(operator, Role.OPERATOR).get("/api/drafts/" + id).then().body("toName", is(named(lead)));
    // Who and when stays known, also when the draft is gone.
    discard(next, id, 4)
        .statusCode(400)
        .body("violations[0].field", is("reason"))
        .body("violations[0].code", is("required"));
    discard(next, id, 4, "晚上").statusCode(400).body("violations[0].code", is("unknown-value"));
    discard(next, id, 3, "GIVEN_UP").statusCode(412);
    assertThat(draftsOf(next)).isEqualTo(2);
    discard(next, id, 4, "GIVEN_UP").statusCode(204);
    assertThat(ended(lead, id))
        .containsEntry("ending", "DISCARDED")
        .containsEntry("reason", "GIVEN_UP")
        .containsEntry("ownerName", named(next))
        .containsEntry("handedFrom", named(lead))
        .containsKeys("begunAt", "endedAt");
    assertThat(count("draft_handover WHERE draft_id = '" + id + "'")).isEqualTo(2);
    assertThat(count("draft_handover WHERE draft_id = '" + id + "' AND handed_by = '" + lead + "'"))
        .isEqualTo(2);
  }

  @Test
  void what_came_back_to_its_operator_and_was_registered_is_not_told_to_be_elsewhere() {
    String operator = someone("operator");
    String lead = someone("lead");
    UUID id = UUID.randomUUID();
    save(operator, id, 0).statusCode(200);
    handOver(lead, id, 1, null).statusCode(200);
    handOver(lead, id, 2, operator).statusCode(200);
    keyed(operator, Role.OPERATOR)
        .queryParam("draft", id)
        .body(form())
        .post("/api/cases")
        .then()
        .statusCode(201);
    save(operator, id, 3).statusCode(404).body("code", is("not-found"));
    assertThat(ended(lead, id)).as("it became a case").isNull();
  }

  @Test
  void what_is_handed_over_stops_no_call_of_who_has_it_and_says_who_was_at_work() {
    String operator = someone("operator");
    String gone = someone("operator");
    String lead = someone("lead");
    UUID own = UUID.randomUUID();
    save(operator, own, 0).statusCode(200);
    UUID left = UUID.randomUUID();
    save(gone, left, 0).statusCode(200);
    execute(
        "UPDATE draft_seat SET seen_at = seen_at - interval '3 days' WHERE user_ref = '"
            + gone
            + "'");
    Map<String, Object> line = ofSeats(lead, left);
    assertThat(Instant.parse((String) line.get("ownerSeenAt")))
        .isBefore(Instant.parse((String) line.get("begunAt")));
    assertThat(Instant.parse((String) line.get("deletedAt")))
        .isEqualTo(Instant.parse((String) line.get("changedAt")).plus(Duration.ofDays(7)));
    for (int i = 1; i < 30; i++) {
      save(operator, UUID.randomUUID(), 0).statusCode(200);
    }
    handOver(lead, left, 1, operator).statusCode(200);
    assertThat(draftsOf(operator)).isEqualTo(31);
    save(operator, UUID.randomUUID(), 0).statusCode(409).body("code", is("too-many-drafts"));
    discard(operator, own, 1).statusCode(204);
    assertThat(ended(lead, own)).as("nobody else had it").isNull();
    save(operator, UUID.randomUUID(), 0).statusCode(200);
    assertThat(draftsOf(operator)).isEqualTo(31);
  }

  @Test
  void one_person_has_thirty_drafts_at_most_and_pages_count_them_all() {
    String operator = someone("operator");
    List<UUID> begun = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      UUID id = UUID.randomUUID();
      begun.add(id);
      save(operator, id, 0).statusCode(200);
    }
    save(operator, UUID.randomUUID(), 0).statusCode(409).body("code", is("too-many-drafts"));
    save(operator, begun.get(0), 1).statusCode(200);

    List<String> seen = new ArrayList<>();
    String cursor = null;
    do {
      var page =
          as(operator, Role.OPERATOR)
              .queryParams(
                  cursor == null ? Map.of("limit", 12) : Map.of("limit", 12, "cursor", cursor))
              .get("/api/drafts")
              .then()
              .statusCode(200)
              .body("count", is(30))
              .extract();
      seen.addAll(page.path("items.id"));
      cursor = page.path("nextCursor");
    } while (cursor != null);
    assertThat(seen).containsExactlyElementsOf(newestFirst(begun));
    for (String wrong :
        List.of("x", "1_x", "-9223372036854775807_" + begun.get(0), "1_" + begun.get(0) + "_")) {
      as(operator, Role.OPERATOR)
          .queryParam("cursor", wrong)
          .get("/api/drafts")
          .then()
          .statusCode(400)
          .body("violations", hasSize(1));
    }
  }

  @Test
  void what_nobody_touched_for_a_week_is_deleted() {
    String operator = someone("operator");
    UUID old = UUID.randomUUID();
    save(operator, old, 0).statusCode(200);
    save(operator, UUID.randomUUID(), 0).statusCode(200);
    String aged =
        "UPDATE registration_draft SET touched_at = touched_at - interval '%s' WHERE id = '";
    DraftPruning pruning = Arc.container().instance(DraftPruning.class).get();
    execute(aged.formatted("6 days 23 hours") + old + "'");
    pruning.prune();
    assertThat(draftsOf(operator)).isEqualTo(2);
    execute(aged.formatted("2 hours") + old + "'");
    assertThat(pruning.prune()).isPositive();
    assertThat(draftsOf(operator)).isOne();
    as(operator, Role.OPERATOR).get("/api/drafts/" + old).then().statusCode(404);
    assertThat(ended(someone("lead"), old))
        .containsEntry("ending", "EXPIRED")
        .containsEntry("ownerName", named(operator))
        .satisfies(record -> assertThat(record.get("reason")).isNull())
        .doesNotContainKeys("title", "phone");
  }

  private static ValidatableResponse save(String operator, UUID id, long version) {
    return save(operator, id, version, UUID.randomUUID().toString());
  }

  private static ValidatableResponse save(String operator, UUID id, long version, String key) {
    return version(as(operator, Role.OPERATOR), version)
        .header("Idempotency-Key", key)
        .body(
            Map.of(
                "title",
                "路灯不亮",
                "name",
                NAME,
                "phone",
                PHONE,
                "content",
                Map.of("form", Map.of("title", "路灯不亮", "name", NAME, "phone", PHONE))))
        .post("/api/drafts/" + id)
        .then();
  }

  private static ValidatableResponse discard(String who, UUID id, long version) {
    return version(keyed(who, Role.OPERATOR), version)
        .post("/api/drafts/" + id + "/discarding")
        .then();
  }

  private static ValidatableResponse discard(String who, UUID id, long version, String reason) {
    return version(keyed(who, Role.OPERATOR), version)
        .queryParam("reason", reason)
        .post("/api/drafts/" + id + "/discarding")
        .then();
  }

  private static Map<String, Object> ended(String lead, UUID id) {
    return as(lead, Role.SHIFT_LEAD)
        .queryParam("limit", 200)
        .get("/api/drafts/ended")
        .then()
        .statusCode(200)
        .extract()
        .jsonPath()
        .getMap("items.find { it.id == '" + id + "' }");
  }

  private static ValidatableResponse handOver(String lead, UUID id, long version, String to) {
    return version(keyed(lead, Role.SHIFT_LEAD), version)
        .body(to == null ? Map.of() : Map.of("to", to))
        .post("/api/drafts/" + id + "/handover")
        .then();
  }

  private static Map<String, Object> ofSeats(String lead, UUID id) {
    return as(lead, Role.SHIFT_LEAD)
        .queryParam("limit", 200)
        .get("/api/drafts/of-seats")
        .jsonPath()
        .getMap("items.find { it.id == '" + id + "' }");
  }

  private static RequestSpecification version(RequestSpecification request, long version) {
    return request.header("If-Match", "\"" + version + "\"");
  }

  private static RequestSpecification keyed(String who, Role role) {
    return with(token(who, role));
  }

  private static RequestSpecification as(String who, Role role) {
    // Without a key where the test gives its own.
    return io.restassured.RestAssured.given()
        .auth()
        .oauth2(token(who, role))
        .contentType(io.restassured.http.ContentType.JSON);
  }

  private static String token(String who, Role role) {
    return TestTokens.forRole(role, "center", "/center", who);
  }

  /** As the tokens of tests say it. */
  private static String named(String who) {
    return "演示 " + who;
  }

  private static String someone(String kind) {
    return kind + "-" + UUID.randomUUID();
  }

  private static List<String> newestFirst(List<UUID> begun) {
    List<UUID> reversed = new ArrayList<>(begun);
    java.util.Collections.reverse(reversed);
    return reversed.stream().map(UUID::toString).toList();
  }

  private long draftsOf(String who) {
    return count("registration_draft WHERE owner_ref = '" + who + "'");
  }
}
