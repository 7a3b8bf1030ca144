package hotline.dispatch.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import hotline.access.Role;
import hotline.dispatch.loop.OtherServices.Known;
import hotline.lifecycle.CaseKind;
import hotline.lifecycle.Urgency;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** The number on a tab is the number of rows behind it. */
@QuarkusTest
@WithTestResource(DispatchServers.class)
class InboxTest {

  // A unit that only this test sends cases to.
  private static final String UNIT = "ny";
  private static final String FARMING = "120101";

  @Inject OtherServices others;

  @Test
  void every_tab_counts_exactly_its_rows_and_pages_reach_all_of_them() {
    List<UUID> tasks = new ArrayList<>();
    for (int i = 0; i < 7; i++) {
      tasks.add(Desk.awaitTask(others.accepted(FARMING).caseId(), 1));
    }
    Desk.sign(clerk(), tasks.get(0), 0).then().statusCode(200);
    Desk.sign(clerk(), tasks.get(1), 0).then().statusCode(200);
    Desk.contact(clerk(), tasks.get(1), 1).then().statusCode(200);
    Desk.replied(tasks.get(2), this::clerk);
    Desk.handle(tasks.get(3), this::clerk);
    Desk.handle(tasks.get(4), this::clerk);

    JsonPath first = list("to-sign", null);
    assertThat(first.getLong("counts.to-sign")).isEqualTo(2);
    assertThat(first.getLong("counts.to-contact")).isEqualTo(1);
    assertThat(first.getLong("counts.to-reply")).isEqualTo(1);
    assertThat(first.getLong("counts.under-review")).isEqualTo(1);
    assertThat(first.getLong("counts.done")).isEqualTo(2);
    assertThat(first.getLong("counts.all")).isEqualTo(7);
    for (String tab :
        List.of("to-sign", "to-contact", "to-reply", "under-review", "overdue", "done", "all")) {
      List<String> rows = rows(this::clerk, tab);
      assertThat(rows).as(tab).doesNotHaveDuplicates();
      assertThat((long) rows.size()).as(tab).isEqualTo(list(tab, null).getLong("count"));
    }
    JsonPath digest =
        clerk().get("/api/assignments/digest").then().statusCode(200).extract().jsonPath();
    assertThat(digest.getLong("toSign")).isEqualTo(first.getLong("counts.to-sign"));
    assertThat(digest.getLong("overdue")).isEqualTo(first.getLong("counts.overdue"));
    assertThat(digest.getLong("newToday")).as("what is done waits for nobody").isEqualTo(5);
    assertThat(digest.getLong("sentBack")).isZero();
    assertThat(rows(this::clerk, "all"))
        .containsExactlyInAnyOrderElementsOf(tasks.stream().map(UUID::toString).toList());
  }

  @Test
  void the_most_pressing_comes_first() {
    Known calm = others.accepted("080301");
    Known urgent = others.accepted("080301", CaseKind.HELP, Urgency.CRITICAL, null);
    UUID calmTask = Desk.awaitTask(calm.caseId(), 1);
    UUID urgentTask = Desk.awaitTask(urgent.caseId(), 1);

    List<String> rows = rows(() -> Desk.clerk("hb", "/center/hb"), "to-sign");
    assertThat(rows).containsExactly(urgentTask.toString(), calmTask.toString());
  }

  @Test
  void a_unit_sees_its_own_subtree_only() {
    UUID street = Desk.awaitTask(others.accepted(OtherServices.STREET).caseId(), 1);
    String path = "/center/d370281/s370281001";

    assertThat(rows(() -> Desk.clerk("s370281001", path), "to-sign")).contains(street.toString());
    assertThat(rows(() -> Desk.clerk("d370281", "/center/d370281"), "to-sign"))
        .contains(street.toString());
    assertThat(rows(() -> Desk.clerk("s370281002", "/center/d370281/s370281002"), "all")).isEmpty();
    assertThat(rows(() -> Desk.clerk("d37028", "/center/d37028"), "all")).isEmpty();
    assertThat(rows(() -> Desk.clerk(null, null), "all")).isEmpty();
    assertThat(rows(() -> Desk.as(Role.SUPERVISOR), "to-sign")).contains(street.toString());
  }

  @Test
  void a_search_finds_by_number_or_title_and_says_its_own_count() {
    Known known = others.accepted(OtherServices.ROADS);
    UUID task = Desk.awaitTask(known.caseId(), 1);
    String printed =
        known.caseNo().substring(0, 6)
            + "-"
            + known.caseNo().substring(6, 12)
            + "-"
            + known.caseNo().substring(12);

    for (String words : List.of(known.caseNo(), printed, "诉求 " + known.caseNo())) {
      JsonPath found = list("all", words, Desk::clerk);
      assertThat(found.getList("items.assignmentId")).containsExactly(task.toString());
      assertThat(found.getLong("count")).isEqualTo(1);
    }
    assertThat(list("all", "100%_无此事", Desk::clerk).getLong("count")).isZero();
  }

  @Test
  void the_queue_of_reviews_shows_the_reply_that_waits() {
    UUID task = Desk.awaitTask(others.accepted("050201").caseId(), 1);
    Desk.replied(task, () -> Desk.clerk("jy", "/center/jy"));

    Desk.as(Role.REPLY_REVIEWER)
        .get("/api/reviews/pending?limit=200")
        .then()
        .statusCode(200)
        .body(
            "items.find { it.assignmentId == '" + task + "' }.latestReply.publicReply",
            equalTo("您反映的问题已修复，感谢监督。"));
    Desk.review(task, Desk.version(task), Map.of("decision", "PASS")).then().statusCode(200);
    assertThat(
            Desk.as(Role.REPLY_REVIEWER)
                .get("/api/reviews/pending?limit=200")
                .jsonPath()
                .getList("items.assignmentId"))
        .doesNotContain(task.toString());
  }

  private RequestSpecification clerk() {
    return Desk.clerk(UNIT, "/center/" + UNIT);
  }

  private JsonPath list(String tab, String search) {
    return list(tab, search, this::clerk);
  }

  private static JsonPath list(String tab, String search, Supplier<RequestSpecification> who) {
    RequestSpecification asked = who.get().queryParam("tab", tab);
    return (search == null ? asked : asked.queryParam("q", search))
        .get("/api/assignments")
        .then()
        .statusCode(200)
        .extract()
        .jsonPath();
  }

  /** Every row of a tab, two to a page. */
  private static List<String> rows(Supplier<RequestSpecification> who, String tab) {
    List<String> rows = new ArrayList<>();
    String cursor = null;
    do {
      RequestSpecification asked = who.get().queryParam("tab", tab).queryParam("limit", 2);
      JsonPath page =
          (cursor == null ? asked : asked.queryParam("cursor", cursor))
              .get("/api/assignments")
              .then()
              .statusCode(200)
              .extract()
              .jsonPath();
      rows.addAll(page.getList("items.assignmentId", String.class));
      cursor = page.getString("nextCursor");
    } while (cursor != null);
    return rows;
  }
}
