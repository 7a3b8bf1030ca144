package hotline.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;

import hotline.access.Role;
import hotline.access.testing.TestTokens;
import hotline.lifecycle.Topics;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ImportTest extends IntakeTest {
  private static final String HEADER = "诉求类型,来源渠道,分类编码,区划编码,标题,内容,电话,来源系统,来源编号,受理时间\r\n";

  @Test
  void good_rows_are_registered_bad_ones_reported_and_the_same_file_changes_nothing() {
    String source = UUID.randomUUID().toString();
    String file =
        HEADER
            + row("标题一", "13800001234", source, "1", "2026-01-05 09:30")
            + row("", "13800001234", source, "2", "2026-01-05 09:30")
            + row("\"带,逗号\n和换行\"", "=\"053285551234\"", source, "3", "2026-01-05 09:30")
            + row("标题四", "13800001234", source, "4", "2026-02-30 09:30")
            + "\r\n"
            + row("=HYPERLINK(\"x\")", "13800001234", source, "5", "2026-01-05")
            + row("重复", "13800001234", source, "1", "2026-01-05 09:30");
    upload(file.getBytes(StandardCharsets.UTF_8))
        .statusCode(200)
        .body("rows", is(6))
        .body("registered", is(3))
        .body("duplicates", is(1))
        .body("rejected", is(2))
        .body("items[0].row", is(2))
        .body("items[0].caseNo", notNullValue())
        .body("items[1].row", is(3))
        .body("items[1].violations[0].field", is("title"))
        .body("items[3].row", is(5))
        .body("items[3].violations[0].field", is("receivedAt"))
        .body("items[4].row", is(7))
        .body("items[5].result", is("DUPLICATE"));
    upload(file.getBytes(StandardCharsets.UTF_8))
        .body("registered", is(0))
        .body("duplicates", is(4))
        .body("rejected", is(2));
    assertThat(text("SELECT count(*) FROM hotline_case WHERE external_source = '" + source + "'"))
        .isEqualTo("3");
    assertThat(
            text(
                "SELECT title FROM hotline_case WHERE external_ref = '5' AND external_source = '"
                    + source
                    + "'"))
        .isEqualTo("=HYPERLINK(\"x\")");
  }

  @Test
  void rows_without_a_reference_are_known_again_by_their_content() {
    String title = UUID.randomUUID().toString();
    String rows =
        "kind,channel,categoryCode,placeCode,title,content\n"
            + ("COMPLAINT,WEB,010101,370281001," + title + ",内容\n").repeat(2);
    byte[] bom = ("\ufeff" + rows).getBytes(StandardCharsets.UTF_8);
    upload(bom).body("registered", is(2));
    upload(bom).body("registered", is(0)).body("duplicates", is(2));
    // The same table in another encoding is the same table.
    upload(rows.getBytes(Charset.forName("GB18030"))).body("duplicates", is(2));
  }

  @Test
  void a_file_without_its_bad_row_registers_nothing_a_second_time() {
    String header = "kind,channel,categoryCode,placeCode,title,content\n";
    String row = "COMPLAINT,WEB,010101,370281001," + UUID.randomUUID() + "%s,内容\n";
    String bad = "COMPLAINT,WEB,010101,370281001,,内容\n";
    String twice = row.formatted(" 二");
    String first = row.formatted(" 一");
    String last = row.formatted(" 三");
    List<String> numbers =
        upload((header + first + bad + twice + twice + last).getBytes(StandardCharsets.UTF_8))
            .body("registered", is(4))
            .body("rejected", is(1))
            .extract()
            .path("items.caseNo");
    List<String> again =
        upload((header + first + twice + twice + last).getBytes(StandardCharsets.UTF_8))
            .body("registered", is(0))
            .body("duplicates", is(4))
            .extract()
            .path("items.caseNo");
    numbers.remove(1);
    assertThat(again).isEqualTo(numbers);
  }

  @Test
  void many_rows_get_numbers_of_their_own_and_each_says_that_it_is_registered() {
    String source = UUID.randomUUID().toString();
    StringBuilder file = new StringBuilder(HEADER);
    for (int i = 1; i <= 250; i++) {
      file.append(row("批量 " + i, "13800001234", source, Integer.toString(i), "2026-01-05"));
    }
    List<String> numbers =
        upload(file.toString().getBytes(Charset.forName("GBK")))
            .body("registered", is(250))
            .extract()
            .path("items.caseNo");
    Set<String> distinct = new HashSet<>(numbers);
    assertThat(distinct).hasSize(250);
    await()
        .atMost(SOON)
        .until(
            () ->
                log.readAll(Topics.CASE_LIFECYCLE).stream()
                        .filter(entry -> distinct.contains(entry.headers().get("ce_subject")))
                        .count()
                    == 250);
  }

  @Test
  void what_is_no_table_is_a_problem_document() {
    long before = count("hotline_case");
    problem(new byte[] {'P', 'K', 3, 4, 20, 0}, "Excel");
    problem("kind;title\n1;2\n".getBytes(StandardCharsets.UTF_8), "categoryCode");
    problem("只有一行\n".getBytes(StandardCharsets.UTF_8), "template");
    problem(("kind,\"title\n" + HEADER).getBytes(StandardCharsets.UTF_8), "quote");
    problem(new byte[] {(byte) 0x89, 'P', 'N', 'G', 0, 0, 0}, "text");
    assertThat(count("hotline_case")).isEqualTo(before);
    RestAssured.given()
        .auth()
        .oauth2(TestTokens.forRole(Role.CLERK, "cg", "/center/cg", "clerk"))
        .contentType("text/csv")
        .body(HEADER.getBytes(StandardCharsets.UTF_8))
        .post("/api/case-imports")
        .then()
        .statusCode(403);
  }

  @Test
  void the_template_can_be_filled_in() {
    String template =
        as(Role.OPERATOR)
            .get("/api/case-imports/template")
            .then()
            .statusCode(200)
            .contentType(containsString("text/csv"))
            .extract()
            .asString();
    assertThat(template).startsWith("\ufeff诉求类型(kind)");
  }

  private static String row(String title, String phone, String source, String ref, String time) {
    String cell = title.contains("\"") && !title.startsWith("\"") ? quoted(title) : title;
    return String.join(",", "投诉", "网站", "010101", "370281001", cell, "内容", phone, source, ref, time)
        + "\r\n";
  }

  private static String quoted(String text) {
    return '"' + text.replace("\"", "\"\"") + '"';
  }

  private static void problem(byte[] file, String hint) {
    upload(file)
        .statusCode(400)
        .contentType(containsString("application/problem+json"))
        .body("code", is("not-csv"))
        .body("detailEn", containsString(hint));
  }

  private static ValidatableResponse upload(byte[] file) {
    return RestAssured.given()
        .auth()
        .oauth2(TestTokens.forRole(Role.OPERATOR))
        .contentType("text/csv")
        .body(file)
        .post("/api/case-imports")
        .then();
  }
}
