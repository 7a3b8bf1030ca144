package hotline.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import hotline.access.Role;
import hotline.access.testing.TestTokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ViewLogTest extends IntakeTest {
  private static final String VERIFICATION = "/api/view-log/verification";

  @Test
  void who_viewed_a_case_is_listed_newest_first_page_by_page() {
    Known known = registered();
    String path = "/api/cases/" + known.id();
    as(Role.OPERATOR).get(path).then().statusCode(200);
    as(Role.SUPERVISOR).get("/api/cases/" + known.caseNo()).then().statusCode(200);
    as(Role.OPERATOR).get(path + "/text-messages").then().statusCode(200);
    // Who was refused saw nothing.
    as(Role.CLERK, "cg").get(path).then().statusCode(404);
    String behind =
        as(Role.AUDITOR)
            .get(path + "/views?limit=2")
            .then()
            .statusCode(200)
            .body("count", is(3))
            .body("items.operation", contains("TEXT_MESSAGES", "CASE"))
            .body("items[1].actor", is("supervisor"))
            .body("items[1].roles", contains("supervisor"))
            .body("items[1].unit", is("center"))
            .body("nextCursor", notNullValue())
            .extract()
            .path("nextCursor");
    as(Role.AUDITOR)
        .queryParam("cursor", behind)
        .get(path + "/views")
        .then()
        .statusCode(200)
        .body("count", is(3))
        .body("items.actor", contains("operator"))
        .body("nextCursor", nullValue());
    as(Role.AUDITOR).get(path + "/views?cursor=x").then().statusCode(400);
  }

  @Test
  void looking_for_a_person_leaves_a_trace_without_the_number() {
    long before = count("view_log WHERE operation = 'PHONE_SEARCH'");
    as(Role.OPERATOR)
        .body(Map.of("q", "13800001234"))
        .post("/api/case-searches")
        .then()
        .statusCode(200);
    as(Role.OPERATOR).body(Map.of("q", "路灯")).post("/api/case-searches").then().statusCode(200);
    assertThat(count("view_log WHERE operation = 'PHONE_SEARCH'")).isEqualTo(before + 1);
    assertThat(count("view_log WHERE view_log::text LIKE '%1380000%'")).isZero();
  }

  @Test
  void without_a_trace_no_case_is_told() {
    Known known = registered();
    execute("ALTER TABLE view_log ADD CONSTRAINT full_disk CHECK (position < 0) NOT VALID");
    try {
      String answer = as(Role.OPERATOR).get("/api/cases/" + known.id()).then().extract().asString();
      assertThat(answer).doesNotContain(known.caseNo());
    } finally {
      execute("ALTER TABLE view_log DROP CONSTRAINT full_disk");
    }
  }

  @Test
  void a_view_that_was_changed_or_taken_out_is_noticed() {
    Known known = registered();
    as(Role.OPERATOR).get("/api/cases/" + known.id()).then().statusCode(200);
    verify(true);
    tampering(
        "UPDATE view_log SET actor = 'nobody' WHERE case_id = '" + known.id() + "'",
        "UPDATE view_log SET actor = 'operator' WHERE case_id = '" + known.id() + "'");
    execute(
        "CREATE TABLE taken_out AS SELECT * FROM view_log WHERE case_id = '" + known.id() + "'");
    tampering(
        "DELETE FROM view_log WHERE case_id = '" + known.id() + "'",
        "INSERT INTO view_log SELECT * FROM taken_out; DROP TABLE taken_out");
  }

  @Test
  void a_chain_that_was_written_anew_is_noticed_by_what_was_kept_of_it() {
    Known known = registered();
    as(Role.OPERATOR).get("/api/cases/" + known.id()).then().statusCode(200);
    JsonPath kept =
        slices().stream().filter(end -> end.getLong("position") > 0).findFirst().orElseThrow();
    int chain = kept.getInt("chain");
    long position = kept.getLong("position");
    String hash = kept.getString("hash");
    from(chain, position, hash).then().statusCode(200).body("brokenAt", nullValue());
    from(chain, position + 1000, hash).then().body("brokenAt", is((int) position + 1000));
    from(chain, 0, "").then().body("position", is((int) position)).body("hash", is(hash));
    from(99, 0, "").then().statusCode(400);

    pastTheTriggers(
        """
        DO $$
        DECLARE
          seen view_log;
          link bytea := '\\x';
        BEGIN
          FOR seen IN SELECT * FROM view_log WHERE chain = %1$d ORDER BY position LOOP
            seen.unit := 'another';
            link := view_hash(link, seen);
            UPDATE view_log SET unit = seen.unit, hash = link
             WHERE chain = seen.chain AND position = seen.position;
          END LOOP;
          UPDATE view_chain SET last_hash = link WHERE chain = %1$d;
        END $$"""
            .formatted(chain));
    verify(true);
    from(chain, position, hash).then().statusCode(200).body("brokenAt", is((int) position));
  }

  @Test
  void by_mistake_nothing_is_changed() {
    Known known = registered();
    as(Role.OPERATOR).get("/api/cases/" + known.id()).then().statusCode(200);
    assertThatThrownBy(() -> execute("DELETE FROM view_log WHERE case_id = '" + known.id() + "'"))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void whoever_is_limited_to_a_grid_acts_on_nothing_that_lies_elsewhere() {
    Known known = registered();
    for (String grid : new String[] {"/3702/370202", "/3702/370281/3702810019"}) {
      String token = TestTokens.of("screener-of-a-grid", Role.SCREENER).grid(grid).token();
      with(token)
          .header("If-Match", "\"1\"")
          .body("{}")
          .post("/api/cases/" + known.id() + "/acceptance")
          .then()
          .statusCode(404);
      with(token).get("/api/cases/" + known.caseNo() + "/clocks").then().statusCode(not(200));
    }
    String own = TestTokens.of("screener-of-a-grid", Role.SCREENER).grid("/3702/370281").token();
    with(own)
        .header("If-Match", "\"1\"")
        .body("{}")
        .post("/api/cases/" + known.id() + "/acceptance")
        .then()
        .statusCode(200);
    with(own).get("/api/parked-cases").then().statusCode(403);
  }

  private void tampering(String how, String undo) {
    pastTheTriggers(how);
    verify(false);
    pastTheTriggers(undo);
    verify(true);
  }

  /** As the owner of the table could. */
  private void pastTheTriggers(String change) {
    execute(
        "ALTER TABLE view_log DISABLE TRIGGER USER",
        change,
        "ALTER TABLE view_log ENABLE TRIGGER USER");
  }

  private static void verify(boolean unbroken) {
    List<JsonPath> ends = slices();
    assertThat(ends.stream().map(end -> end.getInt("chain")).distinct()).hasSize(16);
    assertThat(ends.stream().allMatch(end -> end.get("brokenAt") == null)).isEqualTo(unbroken);
  }

  /** From the first row of the first chain to the end of the last. */
  private static List<JsonPath> slices() {
    List<JsonPath> slices = new ArrayList<>();
    Map<String, Object> next = Map.of();
    while (next != null) {
      JsonPath slice =
          as(Role.AUDITOR)
              .queryParams(next)
              .get(VERIFICATION)
              .then()
              .statusCode(200)
              .extract()
              .jsonPath();
      slices.add(slice);
      next = slice.getMap("next");
    }
    return slices;
  }

  private static Response from(int chain, long after, String hash) {
    return as(Role.AUDITOR)
        .queryParams(Map.of("chain", chain, "after", after, "hash", hash))
        .get(VERIFICATION);
  }
}
