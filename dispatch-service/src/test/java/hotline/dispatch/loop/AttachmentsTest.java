package hotline.dispatch.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import hotline.access.Role;
import hotline.dispatch.attachments.AttachmentPruning;
import hotline.dispatch.attachments.Photos;
import hotline.dispatch.loop.OtherServices.Known;
import hotline.dispatch.publicreplies.UnsaidReplies;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** Files with which units prove what they say (附件). */
@QuarkusTest
@WithTestResource(DispatchServers.class)
class AttachmentsTest {

  private static final byte[] PHOTO = Photos.withExif(Photos.jpeg(400, 200), 6);
  private static final String SIGNING = "attached";

  @Inject OtherServices others;
  @Inject DataSource database;
  @Inject Clock clock;
  @Inject MovedClock moved;
  @Inject AttachmentPruning pruning;
  @Inject UnsaidReplies unsaid;

  @Test
  void a_reply_is_proved_by_a_photo_that_its_reviewer_reads_and_other_units_do_not()
      throws Exception {
    Known known = others.accepted(OtherServices.ROADS);
    UUID task = contacted(known);
    JsonPath kept = uploaded(Desk.clerk(), task, "修复 后.JPEG", PHOTO);
    assertThat(kept.getString("name")).isEqualTo("修复 后.jpg");
    assertThat(kept.getString("mediaType")).isEqualTo("image/jpeg");
    assertThat(kept.getString("takenAt")).isEqualTo("2026-03-04T07:06:07Z");
    String id = kept.getString("id");
    // Until it is submitted it is the unit's alone.
    read(Desk.clerk(), id).then().statusCode(200);
    read(Desk.as(Role.REPLY_REVIEWER), id).then().statusCode(404);

    Desk.reply(Desk.clerk(), task, Desk.version(task), List.of(id)).then().statusCode(200);

    JsonPath shown = Desk.task(task);
    assertThat(shown.getList("replies[0].attachments.id")).containsExactly(id);
    assertThat(shown.getString("replies[0].attachments[0].takenAt"))
        .isEqualTo("2026-03-04T07:06:07Z");
    assertThat(shown.getDouble("replies[0].attachments[0].latitude")).isEqualTo(37.123);
    assertThat(
            Desk.as(Role.REPLY_REVIEWER)
                .get("/api/reviews/pending?limit=200")
                .jsonPath()
                .getList(
                    "items.find { it.assignmentId == '%s' }.latestReply.attachments.id"
                        .formatted(task)))
        .containsExactly(id);
    Response content = read(Desk.as(Role.REPLY_REVIEWER), id);
    content
        .then()
        .statusCode(200)
        .contentType("image/jpeg")
        .header("Cache-Control", "private, no-store")
        .header("X-Content-Type-Options", "nosniff")
        .header("Content-Security-Policy", containsString("sandbox"))
        .header("Content-Disposition", containsString("filename*=UTF-8''%E4"));
    String sha256 =
        HexFormat.of()
            .formatHex(MessageDigest.getInstance("SHA-256").digest(content.asByteArray()));
    assertThat(sha256).isEqualTo(kept.getString("sha256"));
    assertThat(content.header("ETag")).isEqualTo('"' + sha256 + '"');
    assertThat(new String(content.asByteArray(), StandardCharsets.ISO_8859_1))
        .doesNotContain("Exif");
    Desk.as(Role.REPLY_REVIEWER)
        .header("If-None-Match", '"' + sha256 + '"')
        .get("/api/attachments/" + id)
        .then()
        .statusCode(304);
    read(Desk.clerk("water", "/center/water"), id).then().statusCode(404);
    // The place says as much as the address.
    execute("update case_file set confidential = true where case_id = '%s'", known.caseId());
    assertThat(Desk.task(task).getString("replies[0].attachments[0].latitude")).isNull();
  }

  @Test
  void the_same_file_with_the_same_key_is_kept_once() {
    UUID task = contacted(others.accepted(OtherServices.ROADS));
    String key = UUID.randomUUID().toString();
    String first = sent(task, key, Photos.pdf()).then().statusCode(201).extract().path("id");
    sent(task, key, Photos.pdf()).then().statusCode(201).body("id", equalTo(first));
    sent(task, key, PHOTO).then().statusCode(422).body("code", equalTo("idempotency-key-reused"));
    sent(task, "", PHOTO).then().statusCode(400);
  }

  @Test
  void what_cannot_be_kept_is_refused_with_its_reason() {
    UUID task = contacted(others.accepted(OtherServices.ROADS));
    upload(task, "a.jpg", "<script>".getBytes(StandardCharsets.UTF_8))
        .then()
        .statusCode(422)
        .body("code", equalTo("file-refused"))
        .body("reason", equalTo("unknown-type"));
    upload(task, "a.png", Photos.pngThatSaysItIs(30_000, 30_000))
        .then()
        .statusCode(422)
        .body("reason", equalTo("too-many-pixels"));
    upload(task, "a.pdf", new byte[(10 << 20) + 1])
        .then()
        .statusCode(413)
        .body("limitBytes", equalTo(10 << 20));
    Desk.upload(Desk.clerk("water", "/center/water"), "assignments", task, "a.pdf", Photos.pdf())
        .then()
        .statusCode(403);
    Desk.upload(Desk.clerk(), "assignments", UUID.randomUUID(), "a.pdf", Photos.pdf())
        .then()
        .statusCode(404);
    // Everything else is a form.
    Desk.command(Desk.clerk(), 0)
        .body(new byte[(2 << 20) + 1])
        .post("/api/assignments/" + task + "/replies")
        .then()
        .statusCode(413)
        .body("limitBytes", equalTo(2 << 20));
  }

  @Test
  void an_act_with_a_file_of_another_case_is_refused_whole() {
    UUID task = contacted(others.accepted(OtherServices.ROADS));
    UUID other = contacted(others.accepted(OtherServices.ROADS));
    String own = uploaded(Desk.clerk(), task, "a.jpg", PHOTO).getString("id");
    String foreign = uploaded(Desk.clerk(), other, "b.jpg", PHOTO).getString("id");
    Map<String, Object> entry =
        Map.of(
            "reason",
            "COMPLEX",
            "grounds",
            "需多部门会商",
            "workDays",
            1,
            "attachments",
            List.of(own, foreign));
    ask(task, "extension-requests", entry)
        .then()
        .statusCode(422)
        .body("code", equalTo("attachments-not-usable"));
    assertThat(Desk.task(task).getList("requests")).isEmpty();

    ask(
            task,
            "extension-requests",
            Map.of(
                "reason",
                "COMPLEX",
                "grounds",
                "需多部门会商",
                "workDays",
                1,
                "attachments",
                List.of(own)))
        .then()
        .statusCode(201);
    assertThat(Desk.task(task).getList("requests[0].attachments.id")).containsExactly(own);
    // One photo may prove two things of one case.
    Desk.reply(Desk.clerk(), task, Desk.version(task), List.of(own)).then().statusCode(200);
    assertThat(Desk.task(task).getList("replies[0].attachments.id")).containsExactly(own);
  }

  @Test
  void what_nobody_submits_is_removed_after_two_weeks_and_what_was_submitted_stays()
      throws SQLException {
    UUID task = contacted(others.accepted(OtherServices.ROADS));
    String bound = uploaded(Desk.clerk(), task, "a.jpg", PHOTO).getString("id");
    String left = uploaded(Desk.clerk(), task, "b.jpg", PHOTO).getString("id");
    Desk.reply(Desk.clerk(), task, Desk.version(task), List.of(bound)).then().statusCode(200);
    pruning.prune(clock.instant().plus(Duration.ofDays(13)));
    read(Desk.clerk(), left).then().statusCode(200);
    pruning.prune(clock.instant().plus(Duration.ofDays(15)));
    read(Desk.clerk(), left).then().statusCode(404);
    read(Desk.clerk(), bound).then().statusCode(200);
    assertThat(number("select count(*) from attachment_content where attachment_id = '%s'", left))
        .isZero();
  }

  @Test
  void a_file_is_erased_with_the_text_of_its_case() throws SQLException {
    Known known = others.accepted(OtherServices.ROADS);
    UUID task = contacted(known);
    String id = uploaded(Desk.clerk(), task, "张三家.jpg", PHOTO).getString("id");
    Desk.reply(Desk.clerk(), task, Desk.version(task), List.of(id)).then().statusCode(200);
    execute(
        "update case_file set title = '', content = '', demand = null, address = null,"
            + " supplements = '[]', direct_answer = null, erased = true where case_id = '%s'",
        known.caseId());
    read(Desk.clerk(), id).then().statusCode(404);
    assertThat(number("select count(*) from attachment_content where attachment_id = '%s'", id))
        .isZero();
    JsonPath shown = Desk.task(task);
    assertThat(shown.getBoolean("replies[0].attachments[0].erased")).isTrue();
    assertThat(shown.getString("replies[0].attachments[0].name")).isEmpty();
    assertThat(shown.getString("replies[0].attachments[0].sha256")).hasSize(64);
    upload(task, "a.jpg", PHOTO).then().statusCode(422).body("reason", equalTo("case-erased"));
  }

  @Test
  void what_a_leader_signs_is_submitted_with_the_files_of_the_draft() {
    aUnitWhoseLeaderSigns();
    Known known = others.accepted(OtherServices.OTHER);
    Desk.awaitWaiting(known.caseId());
    Desk.dispatch(
            known.caseId(),
            Desk.caseOf(known.caseId()).getLong("version"),
            Map.of("leadUnitId", SIGNING))
        .then()
        .statusCode(201);
    UUID task = Desk.openLead(known.caseId());
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> !Desk.task(task).getList("needsEndorsement").isEmpty());
    Desk.sign(writer(), task, Desk.version(task)).then().statusCode(200);
    Desk.contact(writer(), task, Desk.version(task)).then().statusCode(200);
    String id = uploaded(writer(), task, "a.jpg", PHOTO).getString("id");
    Desk.reply(writer(), task, Desk.version(task), List.of(id))
        .then()
        .statusCode(200)
        .body("awaits", equalTo("REPLY"));
    String drafts = "/api/assignments/" + task + "/drafts";
    writer().get(drafts).then().body("items[0].attachments.id", equalTo(List.of(id)));
    // The centre reads no draft, and nothing that only a draft has.
    read(Desk.as(Role.REPLY_REVIEWER), id).then().statusCode(404);
    read(leader(), id).then().statusCode(200);
    Desk.command(leader(), Desk.version(task))
        .body(Map.of("decision", "SIGN"))
        .post(drafts + "/1/decision")
        .then()
        .statusCode(200);
    assertThat(Desk.task(task).getList("replies[0].attachments.id")).containsExactly(id);
    read(Desk.as(Role.REPLY_REVIEWER), id).then().statusCode(200);
  }

  @Test
  void who_calls_back_and_who_checks_reads_what_proves_the_reply_and_each_opening_is_noted() {
    Known known = others.accepted(OtherServices.ROADS);
    UUID task = contacted(known);
    String asked = uploaded(Desk.clerk(), task, "依据.jpg", PHOTO).getString("id");
    ask(
            task,
            "extension-requests",
            Map.of(
                "reason",
                "COMPLEX",
                "grounds",
                "需多部门会商",
                "workDays",
                1,
                "attachments",
                List.of(asked)))
        .then()
        .statusCode(201);
    String id = uploaded(Desk.clerk(), task, "城管局验收.jpg", PHOTO).getString("id");
    Desk.reply(Desk.clerk(), task, Desk.version(task), List.of(id)).then().statusCode(200);
    RequestSpecification agent = Desk.as(Role.CALLBACK_AGENT);
    // A reply answers nobody before it has passed.
    proofs(Desk.as(Role.CALLBACK_AGENT), known).then().body("items", hasSize(0));
    agent.get(proof(known, id)).then().statusCode(404);
    Desk.review(task, Desk.version(task), Map.of("decision", "PASS")).then().statusCode(200);

    JsonPath blind = proofs(Desk.as(Role.CALLBACK_AGENT), known).jsonPath();
    assertThat(blind.getList("items.id")).containsExactly(id);
    assertThat(blind.getString("items[0].name")).isEqualTo("1.jpg");
    assertThat(blind.getString("items[0].takenAt")).isNull();
    assertThat(blind.getString("items[0].latitude")).isNull();
    JsonPath whole = proofs(Desk.as(Role.SUPERVISOR), known).jsonPath();
    assertThat(whole.getString("items[0].name")).isEqualTo("城管局验收.jpg");
    for (int twice = 0; twice < 2; twice++) {
      Desk.as(Role.CALLBACK_AGENT)
          .get(proof(known, id))
          .then()
          .statusCode(200)
          .header("Content-Disposition", containsString("1.jpg"));
    }
    Desk.as(Role.SUPERVISOR).get(proof(known, id)).then().statusCode(200);
    // Nothing but what proves the reply, and by no other way.
    Desk.as(Role.CALLBACK_AGENT).get(proof(known, asked)).then().statusCode(404);
    read(Desk.as(Role.CALLBACK_AGENT), id).then().statusCode(403);
    proofs(Desk.clerk(), known).then().statusCode(403);
    Desk.as(Role.AUDITOR)
        .get("/api/cases/" + known.caseNo() + "/proof-readings")
        .then()
        .statusCode(200)
        .body("count", equalTo(2))
        .body("items.attachmentId", equalTo(List.of(id, id)));
  }

  @Test
  void the_files_of_a_common_answer_are_shown_with_the_merged_case_and_erased_with_its_text()
      throws Exception {
    Known main = others.accepted(OtherServices.ROADS);
    UUID task = contacted(main);
    String before = uploaded(Desk.clerk(), task, "合并前.jpg", PHOTO).getString("id");
    moved.moveBy(Duration.ofSeconds(1));
    Known follower = others.accepted(OtherServices.OTHER);
    Desk.awaitWaiting(follower.caseId());
    Desk.command(Desk.as(Role.DISPATCHER), Desk.caseOf(follower.caseId()).getLong("version"))
        .body(Map.of("mainCaseNo", main.caseNo(), "reason", "SAME_PLACE"))
        .post("/api/cases/" + follower.caseId() + "/merge")
        .then()
        .statusCode(200);
    String common = uploaded(Desk.clerk(), task, "修复后.jpg", PHOTO).getString("id");
    Desk.reply(Desk.clerk(), task, Desk.version(task), List.of(common)).then().statusCode(200);
    Desk.review(task, Desk.version(task), Map.of("decision", "PASS")).then().statusCode(200);
    await()
        .atMost(Duration.ofSeconds(30))
        .until(
            () ->
                proofs(Desk.as(Role.CALLBACK_AGENT), follower)
                    .jsonPath()
                    .getList("items.id")
                    .contains(common));
    Desk.as(Role.CALLBACK_AGENT).get(proof(follower, common)).then().statusCode(200);

    execute(
        "update case_file set title = '', content = '', demand = null, address = null,"
            + " supplements = '[]', direct_answer = null, erased = true where case_id = '%s'",
        follower.caseId());
    proofs(Desk.as(Role.CALLBACK_AGENT), follower).then().body("items", hasSize(0));
    unsaid.erased();
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> read(Desk.as(Role.REPLY_REVIEWER), common).statusCode() == 404);
    assertThat(Desk.task(task).getBoolean("replies[0].attachments[0].erased")).isTrue();
    assertThat(number("select count(*) from attachment_content where attachment_id = '%s'", common))
        .isZero();
    // What was uploaded before the two were one, and answered neither, stays.
    read(Desk.clerk(), before).then().statusCode(200);
  }

  @Test
  void a_draft_that_was_taken_back_gives_up_its_files() throws SQLException {
    aUnitWhoseLeaderSigns();
    Known known = others.accepted(OtherServices.OTHER);
    Desk.awaitWaiting(known.caseId());
    Desk.dispatch(
            known.caseId(),
            Desk.caseOf(known.caseId()).getLong("version"),
            Map.of("leadUnitId", SIGNING))
        .then()
        .statusCode(201);
    UUID task = Desk.openLead(known.caseId());
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> !Desk.task(task).getList("needsEndorsement").isEmpty());
    Desk.sign(writer(), task, Desk.version(task)).then().statusCode(200);
    Desk.contact(writer(), task, Desk.version(task)).then().statusCode(200);
    String mistaken = uploaded(writer(), task, "身份证.jpg", PHOTO).getString("id");
    String left = uploaded(writer(), task, "现场.jpg", PHOTO).getString("id");
    Desk.reply(writer(), task, Desk.version(task), List.of(mistaken, left))
        .then()
        .statusCode(200)
        .body("awaits", equalTo("REPLY"));
    removal(writer(), mistaken)
        .then()
        .statusCode(409)
        .body("code", equalTo("attachment-of-record"));
    Desk.command(writer(), Desk.version(task))
        .post("/api/assignments/" + task + "/drafts/1/withdrawal")
        .then()
        .statusCode(200);

    removal(Desk.clerk(), mistaken).then().statusCode(403);
    removal(writer(), mistaken).then().statusCode(200);
    read(writer(), mistaken).then().statusCode(404);
    assertThat(
            number("select count(*) from attachment_content where attachment_id = '%s'", mistaken))
        .isZero();
    pruning.prune(clock.instant().plus(Duration.ofDays(13)));
    read(writer(), left).then().statusCode(200);
    pruning.prune(clock.instant().plus(Duration.ofDays(15)));
    read(writer(), left).then().statusCode(404);
    writer()
        .get("/api/assignments/" + task + "/drafts")
        .then()
        .body("items[0].reply.publicReply", equalTo("您反映的问题已修复，感谢监督。"))
        .body("items[0].attachments", hasSize(0));
  }

  @Test
  void what_a_record_has_is_not_removed_and_a_task_that_is_over_takes_no_file() {
    UUID task = contacted(others.accepted(OtherServices.ROADS));
    String bound = uploaded(Desk.clerk(), task, "a.jpg", PHOTO).getString("id");
    String free = uploaded(Desk.clerk(), task, "b.jpg", PHOTO).getString("id");
    removal(Desk.clerk(), free).then().statusCode(200);
    Desk.reply(Desk.clerk(), task, Desk.version(task), List.of(bound, free))
        .then()
        .statusCode(422)
        .body("code", equalTo("attachments-not-usable"))
        .body("attachments", equalTo(List.of(free)));
    Desk.reply(Desk.clerk(), task, Desk.version(task), List.of(bound)).then().statusCode(200);
    removal(Desk.clerk(), bound).then().statusCode(409);
    Desk.review(task, Desk.version(task), Map.of("decision", "PASS")).then().statusCode(200);
    upload(task, "c.jpg", PHOTO).then().statusCode(422).body("reason", equalTo("task-over"));
  }

  @Test
  void a_rectification_is_proved_by_files_of_its_order() {
    Known known = others.accepted(OtherServices.ROADS);
    Desk.awaitTask(known.caseId(), 1);
    UUID order =
        UUID.fromString(
            Desk.command(Desk.as(Role.SUPERVISOR), Desk.caseOf(known.caseId()).getLong("version"))
                .body(
                    Map.of(
                        "caseId", known.caseId().toString(),
                        "level", "NOTICE",
                        "reason", "OVERDUE",
                        "demand", "三日内整改到位"))
                .post("/api/supervision/orders")
                .then()
                .statusCode(201)
                .extract()
                .path("orderId"));
    String id =
        Desk.upload(Desk.clerk(), "supervision/orders", order, "整改.pdf", Photos.pdf())
            .then()
            .statusCode(201)
            .extract()
            .path("id");
    Desk.command(Desk.clerk(), 0)
        .body(Map.of("words", "已整改", "attachments", List.of(id)))
        .post("/api/supervision/orders/" + order + "/rectifications")
        .then()
        .statusCode(200);
    Desk.as(Role.SUPERVISOR)
        .get("/api/supervision/cases/" + known.caseId())
        .then()
        .body("orders[0].rectifications[0].attachments", hasSize(1))
        .body("orders[0].rectifications[0].attachments[0].name", equalTo("整改.pdf"));
    assertThat(read(Desk.as(Role.SUPERVISOR), id).asByteArray()).isEqualTo(Photos.pdf());
  }

  @Test
  void a_unit_takes_along_what_the_unit_below_has_submitted_and_nothing_before() {
    UUID task = contacted(others.accepted(OtherServices.ROADS));
    UUID part = handedDown(task);
    String id = uploaded(squad(), part, "现场.jpg", PHOTO).getString("id");
    Desk.sign(squad(), part, Desk.version(part)).then().statusCode(200);
    Desk.contact(squad(), part, Desk.version(part)).then().statusCode(200);
    Desk.reply(squad(), part, Desk.version(part), List.of(id)).then().statusCode(200);
    String later = uploaded(squad(), part, "未提交.jpg", PHOTO).getString("id");
    Desk.command(desk(), Desk.version(part))
        .body(Map.of("decision", "PASS"))
        .post("/api/assignments/" + part + "/sub-dispatch/review")
        .then()
        .statusCode(200);

    Desk.reply(Desk.clerk(), task, Desk.version(task), List.of(id, later)).then().statusCode(422);
    Desk.reply(Desk.clerk(), task, Desk.version(task), List.of(id)).then().statusCode(200);
    assertThat(Desk.task(task).getList("replies[0].attachments.id")).containsExactly(id);
  }

  private static RequestSpecification desk() {
    return Desk.as("desk", Role.UNIT_DESK, "cg", "/center/cg");
  }

  private static RequestSpecification squad() {
    return Desk.clerk("cg-1", "/center/cg/cg-1");
  }

  private static UUID handedDown(UUID task) {
    Desk.as(Role.ORG_ADMIN)
        .header("Idempotency-Key", UUID.randomUUID().toString())
        .body(
            Map.of("code", "cg-1", "parentCode", "cg", "nameZh", "城管一中队", "nameEn", "First squad"))
        .post("/api/directory/units")
        .then()
        .statusCode(200);
    // A unit of a moment ago is known to the acts a moment later.
    await()
        .atMost(Duration.ofSeconds(30))
        .until(
            () ->
                Desk.command(desk(), Desk.version(task))
                        .body("{\"parts\":[{\"unitId\":\"cg-1\"}]}")
                        .post("/api/assignments/" + task + "/sub-dispatch")
                        .statusCode()
                    == 201);
    return UUID.fromString(Desk.task(task).getString("parts[0].assignmentId"));
  }

  private UUID contacted(Known known) {
    UUID task = Desk.awaitTask(known.caseId(), 1);
    Desk.sign(Desk.clerk(), task, Desk.version(task)).then().statusCode(200);
    Desk.contact(Desk.clerk(), task, Desk.version(task)).then().statusCode(200);
    return task;
  }

  private static Response upload(UUID task, String name, byte[] content) {
    return Desk.upload(Desk.clerk(), "assignments", task, name, content);
  }

  private static JsonPath uploaded(
      RequestSpecification who, UUID task, String name, byte[] content) {
    return Desk.upload(who, "assignments", task, name, content)
        .then()
        .statusCode(201)
        .extract()
        .jsonPath();
  }

  private static Response sent(UUID task, String key, byte[] content) {
    return Desk.clerk()
        .contentType(ContentType.BINARY)
        .header("Idempotency-Key", key)
        .body(content)
        .post("/api/assignments/" + task + "/attachments");
  }

  private static Response ask(UUID task, String what, Map<String, ?> entry) {
    return Desk.command(Desk.clerk(), Desk.version(task))
        .body(entry)
        .post("/api/assignments/" + task + "/" + what);
  }

  private static Response proofs(RequestSpecification who, Known of) {
    return who.get("/api/cases/" + of.caseId() + "/proofs?round=1");
  }

  private static String proof(Known of, String id) {
    return "/api/cases/" + of.caseId() + "/proofs/" + id;
  }

  private static Response removal(RequestSpecification who, String id) {
    return who.header("Idempotency-Key", UUID.randomUUID().toString())
        .post("/api/attachments/" + id + "/removal");
  }

  private static Response read(RequestSpecification who, String id) {
    return who.get("/api/attachments/" + id);
  }

  private static void aUnitWhoseLeaderSigns() {
    Desk.as(Role.ORG_ADMIN)
        .header("Idempotency-Key", UUID.randomUUID().toString())
        .body(Map.of("code", SIGNING, "parentCode", "center", "nameZh", "附件单位", "nameEn", "A unit"))
        .post("/api/directory/units")
        .then()
        .statusCode(200);
    Desk.as(Role.ORG_ADMIN)
        .header("Idempotency-Key", UUID.randomUUID().toString())
        .body(Map.of("unitId", SIGNING, "act", "REPLY", "need", "REQUIRED"))
        .post("/api/endorsement-rules")
        .then()
        .statusCode(201);
  }

  private static RequestSpecification writer() {
    return Desk.as("files-writer", Role.CLERK, SIGNING, "/center/" + SIGNING);
  }

  private static RequestSpecification leader() {
    return Desk.as("files-leader", Role.UNIT_LEADER, SIGNING, "/center/" + SIGNING);
  }

  private void execute(String statement, Object value) throws SQLException {
    try (Connection sql = database.getConnection();
        Statement update = sql.createStatement()) {
      update.executeUpdate(statement.formatted(value));
    }
  }

  private long number(String query, Object value) throws SQLException {
    try (Connection sql = database.getConnection();
        Statement select = sql.createStatement();
        ResultSet row = select.executeQuery(query.formatted(value))) {
      row.next();
      return row.getLong(1);
    }
  }
}
