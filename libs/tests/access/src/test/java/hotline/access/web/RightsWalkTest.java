package hotline.access.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hotline.access.testing.proofs.ApiFile;
import hotline.access.testing.proofs.Example;
import hotline.access.testing.proofs.Examples;
import hotline.access.testing.proofs.RightsTable;
import hotline.access.testing.proofs.RightsWalk;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** The walk over the rights fails when it has to; a table that cannot fail proves nothing. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class RightsWalkTest {
  private static final String API =
      """
      {"paths": {
        "/desk/api/things": {"get": {}, "post": {"requestBody": {"content": {"application/json": {}}}}},
        "/desk/api/things/of-unit": {"get": {"parameters": [{"name": "unit", "in": "query"}]}}}}
      """;
  private static final String HEAD =
      "| Operation | Every unit | Own subtree, else 403 |\n|---|---|---|\n";
  private static final String LIST = "| GET /desk/api/things | everyone | |\n";
  private static final String REGISTER = "| POST /desk/api/things | operator | |\n";
  private static final String OF_UNIT = "| GET /desk/api/things/of-unit | | clerk, unit-leader |\n";

  @TestHTTPResource("/")
  URI service;

  @Inject DataSource database;

  @Test
  void a_table_that_says_what_the_service_does_has_no_failures() {
    assertThat(failures(LIST + REGISTER + OF_UNIT)).isEmpty();
  }

  @Test
  void a_role_too_many_and_a_role_too_few_are_named_with_what_the_service_answered() {
    assertThat(
            failures(
                LIST
                    + REGISTER.replace("operator", "screener")
                    + OF_UNIT.replace(", unit-leader", "")))
        .anyMatch(
            failure ->
                failure.startsWith(
                    "POST /desk/api/things as screener of the unit itself: the table says ANSWERED,"
                        + " the service answered 403"))
        .anyMatch(
            failure ->
                failure.startsWith(
                    "POST /desk/api/things as operator of the unit itself: the table says"
                        + " FORBIDDEN, the service answered 201"))
        .anyMatch(
            failure ->
                failure.startsWith(
                    "GET /desk/api/things/of-unit as unit-leader of the unit above: the table says"
                        + " FORBIDDEN, the service answered 200"));
  }

  @Test
  void what_is_refused_and_yet_changes_something_is_found() {
    // Every operator is let in and writes, where the table says that nobody is.
    assertThat(failures(LIST + "| POST /desk/api/things | | |\n" + OF_UNIT))
        .contains("POST /desk/api/things was refused and yet changed [kept_answer, thing]");
  }

  @Test
  void a_unit_that_may_too_much_is_found_unit_by_unit() {
    assertThat(
            failures(LIST + REGISTER + "| GET /desk/api/things/of-unit | clerk | unit-leader |\n"))
        .hasSize(3)
        .allMatch(failure -> failure.contains("as clerk of"))
        .anyMatch(failure -> failure.contains("of the unit beside: the table says ANSWERED"));
  }

  @Test
  void what_needs_a_token_is_not_public() {
    assertThat(failures(LIST + REGISTER.replace("operator", "everyone") + OF_UNIT))
        .anyMatch(failure -> failure.startsWith("POST /desk/api/things as nobody"));
    assertThat(failures(LIST.replace("everyone", "signed-in") + REGISTER + OF_UNIT))
        .anyMatch(failure -> failure.startsWith("GET /desk/api/things with no token"));
  }

  @Test
  void an_operation_without_a_row_and_a_row_without_an_operation_are_failures() {
    assertThat(failures(LIST + OF_UNIT + "| DELETE /desk/api/things | operator | |\n"))
        .containsExactlyInAnyOrder(
            "rights.md has no row for POST /desk/api/things",
            "rights.md has a row for DELETE /desk/api/things, which the service does not offer");
  }

  @Test
  void a_table_that_cannot_be_read_in_one_way_is_refused() {
    assertThatThrownBy(() -> RightsTable.parse(HEAD + REGISTER.replace("operator", "king")))
        .hasMessage("rights.md: POST /desk/api/things names the unknown role king");
    assertThatThrownBy(() -> RightsTable.parse(HEAD + REGISTER + REGISTER))
        .hasMessage("rights.md has two rows for POST /desk/api/things");
    assertThatThrownBy(() -> RightsTable.parse(HEAD + "| GET /desk/api/things | clerk | clerk |\n"))
        .hasMessage("rights.md: GET /desk/api/things names clerk twice");
    assertThatThrownBy(() -> RightsTable.parse(HEAD.replace("Every unit", "Perhaps")))
        .hasMessage("rights.md: no such column: Perhaps");
  }

  private List<String> failures(String rows) {
    return new RightsWalk(
            ApiFile.parse(API),
            RightsTable.parse(HEAD + rows),
            new Examples(
                Example.of("POST /desk/api/things")
                    .json("{\"title\":\"" + UUID.randomUUID() + "\",\"count\":1}")
                    .passing(409),
                Example.of("GET /desk/api/things/of-unit").with("unit", "/center/cg")),
            service,
            database)
        .failures();
  }
}
