package hotline.reporting;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import hotline.access.Role;
import hotline.access.testing.TestTokens;
import hotline.localservers.PostgresServer;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** An analyst can tell a whole ledger from one that broke off. */
@QuarkusTest
@QuarkusTestResource(ReportingServers.class)
class ExportTest {

  private static final String SMALL = "/api/cases/export.csv?from=1998-01-01&to=1998-02-01";
  private static final String BIG = "/api/cases/export.csv?from=1999-05-01&to=1999-06-01";
  // More than the buffers between a service and a client that does not read.
  private static final int CASES = 40_000;
  private static final String OF_AN_EXPORT =
      " FROM pg_stat_activity WHERE datname = 'reporting' AND state <> 'idle' AND pid <> pg_backend_pid()"
          + " AND query LIKE '%ORDER BY accepted_at DESC%'";

  @Inject AgroalDataSource pool;

  @BeforeAll
  static void aMonthOfManyCases() throws Exception {
    sql(
        "INSERT INTO case_record (case_id, case_no, status, accepted_at, external_ref)"
            + " SELECT gen_random_uuid(), 'export-' || n, 'ACCEPTED', '1999-05-02T00:00:00Z',"
            + " repeat('x', 1000) FROM generate_series(1, "
            + CASES
            + ") n");
  }

  @AfterAll
  static void noneOfThem() throws Exception {
    sql("DELETE FROM case_record WHERE case_no LIKE 'export-%'");
  }

  @Test
  void an_export_whose_database_is_cut_off_in_the_middle_does_not_end_well() throws Exception {
    for (HttpClient.Version version : HttpClient.Version.values()) {
      HttpResponse<InputStream> export = open(BIG, version);
      assertThat(export.statusCode()).isEqualTo(200);
      assertThat(export.version()).isEqualTo(version);
      try (InputStream csv = export.body()) {
        assertThat(csv.readNBytes(100_000)).hasSize(100_000);
        assertThat(count("SELECT count(pg_terminate_backend(pid))" + OF_AN_EXPORT)).isEqualTo(1);
        assertThatThrownBy(csv::readAllBytes).as("%s", version).isInstanceOf(IOException.class);
      }
      awaitNothingHeld();
    }
  }

  @Test
  void a_big_export_is_whole() throws Exception {
    try (InputStream csv = open(BIG, HttpClient.Version.HTTP_1_1).body()) {
      assertThat(new String(csv.readAllBytes(), StandardCharsets.UTF_8).lines().count())
          .isEqualTo(CASES + 1);
    }
    awaitNothingHeld();
  }

  @Test
  void while_the_database_is_away_an_export_is_503_and_works_again_after() throws Exception {
    PostgresServer server = ReportingServers.servers().postgres();
    server.kill();
    try {
      for (int i = 0; i < 5; i++) {
        get(SMALL)
            .then()
            .statusCode(503)
            .contentType("application/problem+json")
            .header("Retry-After", "2")
            .body("code", equalTo("unavailable"));
      }
    } finally {
      server.start();
      // The tests after this one meet no connection to the server that was.
      pool.flush(AgroalDataSource.FlushMode.ALL);
    }
    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(() -> assertThat(get(SMALL).statusCode()).isEqualTo(200));
  }

  @Test
  void what_is_more_than_three_exports_at_the_same_time_is_told_to_come_back() throws Exception {
    List<InputStream> underWay = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      HttpResponse<InputStream> export = open(BIG, HttpClient.Version.HTTP_1_1);
      assertThat(export.statusCode()).isEqualTo(200);
      underWay.add(export.body());
    }
    get(SMALL)
        .then()
        .statusCode(503)
        .contentType("application/problem+json")
        .header("Retry-After", "5")
        .body("code", equalTo("too-many-exports"))
        .body("detailZh", containsString("稍后重试"))
        .body("detailEn", containsString("try again"));
    // The clients go away.
    for (InputStream one : underWay) {
      one.close();
    }
    awaitNothingHeld();
    get(SMALL).then().statusCode(200);
  }

  @Test
  void an_export_whose_body_nobody_asks_for_holds_nothing() throws Exception {
    for (int i = 0; i < 5; i++) {
      given()
          .basePath("/reporting")
          .auth()
          .oauth2(TestTokens.forRole(Role.ANALYST))
          .head(BIG)
          .then()
          .statusCode(200);
    }
    awaitNothingHeld();
  }

  private static void awaitNothingHeld() {
    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(() -> assertThat(count("SELECT count(*)" + OF_AN_EXPORT)).isZero());
    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(() -> assertThat(get(SMALL).statusCode()).isEqualTo(200));
  }

  private static Response get(String path) {
    return given().basePath("/reporting").auth().oauth2(TestTokens.forRole(Role.ANALYST)).get(path);
  }

  /** The answer as soon as it has begun; its body waits until it is read. */
  private static HttpResponse<InputStream> open(String path, HttpClient.Version version)
      throws Exception {
    return HttpClient.newBuilder()
        .version(version)
        .build()
        .send(
            HttpRequest.newBuilder(
                    URI.create(RestAssured.baseURI + ":" + RestAssured.port + "/reporting" + path))
                .header("Authorization", "Bearer " + TestTokens.forRole(Role.ANALYST))
                .timeout(Duration.ofSeconds(30))
                .build(),
            HttpResponse.BodyHandlers.ofInputStream());
  }

  private static void sql(String statement) throws Exception {
    try (Connection connection = connect();
        Statement sql = connection.createStatement()) {
      sql.execute(statement);
    }
  }

  private static long count(String query) throws Exception {
    try (Connection connection = connect();
        Statement sql = connection.createStatement();
        ResultSet row = sql.executeQuery(query)) {
      row.next();
      return row.getLong(1);
    }
  }

  private static Connection connect() throws Exception {
    return ReportingServers.servers().postgres().connect("reporting", PostgresServer.SUPERUSER);
  }
}
