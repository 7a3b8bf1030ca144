package hotline.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;

import hotline.access.Role;
import hotline.lifecycle.EventType;
import hotline.lifecycle.Topics;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What makes a case one to be watched is said with before and after, and nothing twice. */
@QuarkusTest
class MarkTest extends IntakeTest {

  @Test
  void marks_are_set_and_taken_back_and_each_change_is_said() {
    Known known = registered();
    as(Role.SCREENER).get("/api/cases/" + known.id()).then().body("marks", is(empty()));

    act(Role.SCREENER, known, "marks", 1, "{\"marks\":[\"敏感\",\"MASS\"]}").statusCode(200);
    as(Role.SCREENER)
        .get("/api/cases/" + known.id())
        .then()
        .body("marks", contains("MASS", "SENSITIVE"))
        .body("version", is(2));
    act(Role.SUPERVISOR, known, "marks", 2, "{\"marks\":[\"MASS\"]}").statusCode(200);

    List<TheLog.Entry> said = said(known);
    assertThat(said).hasSize(2);
    JsonPath last = new JsonPath(said.get(1).value());
    assertThat(last.getList("marksBefore")).containsExactly("MASS", "SENSITIVE");
    assertThat(last.getList("marks")).containsExactly("MASS");
  }

  @Test
  void the_same_marks_once_more_say_nothing() {
    Known known = registered();
    act(Role.SCREENER, known, "marks", 1, "{\"marks\":[]}").statusCode(200);
    act(Role.SCREENER, known, "marks", 1, "{\"marks\":[\"HARD\",\"HARD\"]}").statusCode(200);
    act(Role.SCREENER, known, "marks", 2, "{\"marks\":[\"HARD\"]}")
        .statusCode(200)
        .body("version", is(2));

    assertThat(said(known)).hasSize(1);
  }

  @Test
  void what_is_no_mark_is_refused_with_those_that_are() {
    Known known = registered();
    act(Role.SCREENER, known, "marks", 1, "{\"marks\":[\"MASS\",\"URGENT\"]}")
        .statusCode(400)
        .body("violations[0].field", is("marks"))
        .body("violations[0].zh", containsString("群体性"));
    act(Role.SCREENER, known, "marks", 1, "{}").statusCode(400);
    act(Role.SCREENER, known, "marks", 9, "{\"marks\":[\"MASS\"]}").statusCode(412);
    assertThat(said(known)).isEmpty();
  }

  private List<TheLog.Entry> said(Known known) {
    return log.read(Topics.CASE_LIFECYCLE, known.id()).stream()
        .filter(entry -> entry.type().equals(EventType.CASE_MARKED.wireName()))
        .toList();
  }
}
