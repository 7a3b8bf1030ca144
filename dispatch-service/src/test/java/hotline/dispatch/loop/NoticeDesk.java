package hotline.dispatch.loop;

import hotline.access.Role;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Responsibility notices as their users drive them. */
final class NoticeDesk {

  static final List<String> COPIES =
      List.of(
          "LEADER",
          "PETITIONER",
          "PARTY_OFFICE",
          "GOVERNMENT_OFFICE",
          "ORGANISATION_DEPARTMENT",
          "PETITION_OFFICE");

  private static final String NOTICES = "/api/notices";

  private NoticeDesk() {}

  static Map<String, Object> entry(UUID caseId) {
    Map<String, Object> entry = new HashMap<>();
    entry.put("caseId", caseId);
    entry.put("ground", "LEGACY");
    entry.put("demand", "十个工作日内彻底解决，并向中心书面报告。");
    entry.put("promise", "五个工作日内更换管线，十个工作日内恢复路面。");
    entry.put("remark", "该件已三次反映，请分管领导亲自过问。");
    entry.put(
        "responsible", List.of(Map.of("name", "责任人甲", "post", "副局长", "phone", "0532-12345678")));
    entry.put("recipients", recipients("dwb"));
    return entry;
  }

  static List<Map<String, Object>> recipients(String partyOffice) {
    List<Map<String, Object>> six = new ArrayList<>();
    six.add(Map.of("copy", "LEADER", "post", "分管副市长", "login", "the-leader"));
    six.add(Map.of("copy", "PETITIONER"));
    six.add(Map.of("copy", "PARTY_OFFICE", "unitId", partyOffice));
    six.add(Map.of("copy", "GOVERNMENT_OFFICE", "unitId", "zfb"));
    six.add(Map.of("copy", "ORGANISATION_DEPARTMENT", "unitId", "zzb"));
    six.add(Map.of("copy", "PETITION_OFFICE", "unitId", "xfj"));
    return six;
  }

  static Response issue(UUID caseId, Map<String, ?> entry) {
    return issue(Desk.as(Role.SUPERVISOR), caseId, entry);
  }

  static Response issue(RequestSpecification who, UUID caseId, Map<String, ?> entry) {
    return Desk.command(who, Desk.caseOf(caseId).getLong("version")).body(entry).post(NOTICES);
  }

  static UUID issued(UUID caseId) {
    return UUID.fromString(
        issue(caseId, entry(caseId)).then().statusCode(201).extract().path("noticeId"));
  }

  static JsonPath notice(UUID id) {
    return Desk.as(Role.SUPERVISOR)
        .get(NOTICES + "/" + id)
        .then()
        .statusCode(200)
        .extract()
        .jsonPath();
  }

  static long version(UUID id) {
    return notice(id).getLong("version");
  }

  static Response deliver(UUID id, Map<String, ?> entry) {
    return Desk.command(Desk.as(Role.SUPERVISOR), version(id))
        .body(entry)
        .post(NOTICES + "/" + id + "/deliveries");
  }

  /** All six: the petitioner's by hand, the others in the system. */
  static void deliverAll(UUID id) {
    List<String> offices = new ArrayList<>(COPIES);
    offices.remove("PETITIONER");
    deliver(id, Map.of("copies", offices, "delivery", "IN_SYSTEM")).then().statusCode(200);
    deliver(id, Map.of("copies", List.of("PETITIONER"), "delivery", "BY_HAND", "note", "交诉求人本人"))
        .then()
        .statusCode(200);
  }

  static Response confirm(RequestSpecification who, UUID id, String copy) {
    return Desk.command(who, version(id))
        .body(Map.of())
        .post(NOTICES + "/" + id + "/copies/" + copy + "/receipt");
  }

  static Response confirmAsLeader(RequestSpecification who, UUID id) {
    return Desk.command(who, version(id))
        .body(Map.of())
        .post(NOTICES + "/" + id + "/leader-receipt");
  }

  static Response onPaper(UUID id, String copy, String evidence) {
    return Desk.command(Desk.as(Role.SUPERVISOR), version(id))
        .body(Map.of("evidence", evidence))
        .post(NOTICES + "/" + id + "/copies/" + copy + "/paper-receipt");
  }

  static Response withdraw(UUID id, String reason) {
    return Desk.command(Desk.as(Role.LEADER), version(id))
        .body(Map.of("reason", reason))
        .post(NOTICES + "/" + id + "/withdrawal");
  }

  static RequestSpecification office(String unit) {
    return Desk.clerk(unit, "/center/" + unit);
  }

  /** Everybody but the petitioner, whose receipt comes on paper. */
  static void confirmInSystem(UUID id) {
    confirmAsLeader(Desk.as(Role.LEADER), id).then().statusCode(200);
    confirm(office("dwb"), id, "PARTY_OFFICE").then().statusCode(200);
    confirm(office("zfb"), id, "GOVERNMENT_OFFICE").then().statusCode(200);
    confirm(office("zzb"), id, "ORGANISATION_DEPARTMENT").then().statusCode(200);
    confirm(office("xfj"), id, "PETITION_OFFICE").then().statusCode(200);
  }
}
