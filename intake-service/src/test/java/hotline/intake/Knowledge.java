package hotline.intake;

import hotline.access.Role;
import hotline.access.testing.TestTokens;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Items of knowledge for tests, and how far they have come. */
final class Knowledge {
  static final String WRITER = TestTokens.forRole(Role.CLERK, "cg", "/center/cg", "writer");
  static final String EDITOR =
      TestTokens.forRole(Role.CATALOGUE_ADMIN, "center", "/center", "editor");

  private Knowledge() {}

  static LocalDate inDays(int days) {
    return LocalDate.now(ZoneId.of("Asia/Shanghai")).plusDays(days);
  }

  static Map<String, Object> form(String owner, String title) {
    Map<String, Object> form = new LinkedHashMap<>();
    if (owner != null) {
      form.put("ownerUnit", owner);
    }
    form.put("title", title);
    form.put("questions", List.of(title + "怎么办"));
    form.put("answer", "请携带有效证件到政务服务大厅办理，咨询电话 0532-82200000。");
    form.put("notes", "先问清所在区市。");
    form.put("categoryCodes", List.of());
    form.put("placeCodes", List.of());
    form.put("reviewBy", inDays(180).toString());
    return form;
  }

  static String drafted(Map<String, Object> form) {
    return IntakeTest.with(WRITER)
        .body(form)
        .post("/api/knowledge")
        .then()
        .statusCode(201)
        .extract()
        .path("code");
  }

  static String drafted(String owner, String title) {
    return drafted(form(owner, title));
  }

  static String submitted(String owner, String title) {
    String code = drafted(owner, title);
    act(WRITER, code, "submission", 1, "{}").statusCode(200);
    return code;
  }

  static String published(String owner, String title) {
    return published(form(owner, title));
  }

  static String published(Map<String, Object> form) {
    String code = drafted(form);
    act(WRITER, code, "submission", 1, "{}").statusCode(200);
    act(EDITOR, code, "publication", 2, "{}").statusCode(200);
    return code;
  }

  /** A report of the newest item with this title. */
  static String reported(String title) {
    String code =
        IntakeTest.with(EDITOR)
            .queryParam("q", title)
            .get("/api/knowledge")
            .then()
            .statusCode(200)
            .extract()
            .path("items[0].code");
    return reported(code, 1);
  }

  static String reported(String code, int version) {
    return IntakeTest.as(Role.OPERATOR)
        .body(Map.of("version", version, "reason", "WRONG", "words", "时限已改"))
        .post("/api/knowledge/" + code + "/reports")
        .then()
        .statusCode(201)
        .extract()
        .path("reportId");
  }

  static io.restassured.response.ValidatableResponse act(
      String token, String code, String act, long revision, Object body) {
    return IntakeTest.with(token)
        .header("If-Match", "\"" + revision + "\"")
        .body(body)
        .post("/api/knowledge/" + code + "/" + act)
        .then();
  }
}
