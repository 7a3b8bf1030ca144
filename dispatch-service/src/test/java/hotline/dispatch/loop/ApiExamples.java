package hotline.dispatch.loop;

import static java.nio.charset.StandardCharsets.UTF_8;

import hotline.access.Role;
import hotline.access.testing.proofs.Example;
import hotline.access.testing.proofs.Examples;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** For each operation of the interface a request that is right. */
final class ApiExamples {
  private static final String TASK = "/dispatch/api/assignments/{id}";
  private static final String CASE = "/dispatch/api/cases/{caseId}";

  private static final String SUPERVISION = "/dispatch/api/supervision";

  private static final String NOTICES = "/dispatch/api/notices";
  private static final String NOTICE = NOTICES + "/{noticeId}";
  private static final String ACCOUNTABILITY = "/dispatch/api/accountability/records";

  private static final String EXTENSION =
      "{\"reason\":\"WORKS_IN_PROGRESS\",\"grounds\":\"路面养护需 7 天\",\"workDays\":2}";
  private static final String RETURN =
      "{\"reason\":\"NOT_OUR_DUTY\",\"legalBasis\":\"条例第六条\",\"suggestedUnitId\":\"zj\"}";

  private static final String DISPUTED = "/dispatch/api/disputes/{disputeId}";
  private static final String DISPUTE =
      "{\"ground\":\"CROSSED_DUTIES\",\"note\":\"请会商\",\"concernedUnitIds\":[\"jt\"]}";

  private static final String HOLIDAYS =
      "{\"notices\":[{\"year\":2031,\"days\":[{\"name\":\"元旦\",\"date\":\"2031-01-01\",\"isOffDay\":true}]}],"
          + "\"reason\":\"导入放假安排\"}";

  private static final String TEMPLATE =
      "{\"name\":\"路灯\",\"publicReply\":\"已于{{办理日期}}处理：{{处理结果}}。\"}";

  private static final String PAPER = "%PDF-1.7\ntrailer <<>>\n%%EOF\n";
  // As they stand: nothing is written.
  private static final String CATEGORY = "code,name_zh,name_en\n0101,市政设施,Municipal facilities\n";
  private static final String PLACE = "code,name_zh\n370285,莱西市\n";

  private ApiExamples() {}

  static Examples of(OtherServices others, Instant now) {
    saveSquad();
    // Long before the first reply: a rule is remembered for a second.
    signReplies();
    OtherServices.Known shown = others.accepted(OtherServices.ROADS);
    UUID task = Desk.awaitTask(shown.caseId(), 1);
    UUID toSign = newTask(others);
    UUID toContact = newTask(others);
    UUID toReply = newTask(others);
    UUID toReview = newTask(others);
    OtherServices.Known waiting = others.accepted(OtherServices.OTHER);
    Desk.sign(Desk.clerk(), toContact, 0).then().statusCode(200);
    Desk.sign(Desk.clerk(), toReply, 0).then().statusCode(200);
    Desk.contact(Desk.clerk(), toReply, 1).then().statusCode(200);
    Desk.replied(toReview, Desk::clerk);
    long version = Desk.awaitWaiting(waiting.caseId()).getLong("version");
    UUID toExtend = contacted(others);
    UUID toHold = contacted(others);
    UUID toReturn = contacted(others);
    String attached = attached(contacted(others));
    UUID toRecall = contacted(others);
    UUID toHandDown = contacted(others);
    UUID toReviewBelow = part(others);
    Desk.replied(toReviewBelow, ApiExamples::squad);
    UUID toTakeBackBelow = part(others);
    UUID toDecideBelow = part(others);
    Desk.asked(
        squad(),
        toDecideBelow,
        "return-requests",
        Map.of("reason", "NOT_OUR_DUTY", "legalBasis", "不属本中队辖区"));
    UUID shared = others.accepted(OtherServices.OTHER).caseId();
    Desk.dispatch(
            shared,
            Desk.awaitWaiting(shared).getLong("version"),
            Map.of("leadUnitId", "cg", "coUnitIds", List.of("zj")))
        .then()
        .statusCode(201);
    UUID sharedLead = Desk.openLead(shared);
    String sharedCo =
        Desk.caseOf(shared).getString("assignments.find { it.role == 'CO' }.assignmentId");
    UUID urged = others.accepted(OtherServices.ROADS).caseId();
    UUID carded = others.accepted(OtherServices.ROADS).caseId();
    Desk.awaitTask(urged, 1);
    Desk.awaitTask(carded, 1);
    UUID toAnswer = supervised(others);
    UUID toJudge = supervised(others);
    UUID toShow = supervised(others);
    answer(toJudge);
    UUID instructed = others.accepted(OtherServices.ROADS).caseId();
    Desk.awaitTask(instructed, 1);
    String toRead = instruction(instructed);
    String toFeedBack = instruction(instructed);
    read(toFeedBack);
    String toAccept = instruction(instructed);
    read(toAccept);
    feedBack(toAccept);
    String unlinked = instruction(null);
    String linkTo = others.accepted(OtherServices.ROADS).caseNo();
    sayPosts();
    UUID unowned = others.accepted(OtherServices.ROADS).caseId();
    Desk.awaitTask(unowned, 1);
    String handover = owned(others, "somebody");
    askHandover(handover);
    UUID toNotice = others.accepted(OtherServices.ROADS).caseId();
    Desk.awaitTask(toNotice, 1);
    UUID toDeliver = noticed(others);
    UUID toConfirm = delivered(others);
    UUID toLead = delivered(others);
    UUID toRecord = delivered(others);
    UUID toTakeBack = noticed(others);
    UUID onPaper = delivered(others);
    String noticeNo = NoticeDesk.notice(onPaper).getString("noticeNo");
    UUID named = UUID.fromString(NoticeDesk.notice(onPaper).getString("caseId"));
    UUID toConvene = contacted(others);
    String toState = disputed(others);
    String toRule = disputed(others);
    String hold =
        "{\"reason\":\"SEASON\",\"evidence\":\"冬季无法施工\",\"resumeAt\":\""
            + now.plus(Duration.ofDays(10)).truncatedTo(ChronoUnit.SECONDS)
            + "\"}";
    UUID drafted = drafted(others);
    UUID toEndorse = drafted(others);
    UUID toTakeBackDraft = drafted(others);
    UUID toMerge = others.accepted(OtherServices.OTHER).caseId();
    UUID toUnmerge = others.accepted(OtherServices.OTHER).caseId();
    UUID answeredWith = others.accepted(OtherServices.OTHER).caseId();
    for (UUID one : List.of(toMerge, toUnmerge, answeredWith)) {
      Desk.awaitStatus(one, "PENDING_DISPATCH");
    }
    OtherServices.Known main = others.accepted(OtherServices.ROADS);
    Desk.awaitTask(main.caseId(), 1);
    merge(toUnmerge, main);
    OtherServices.Known answered = others.accepted(OtherServices.ROADS);
    UUID answering = Desk.awaitTask(answered.caseId(), 1);
    merge(answeredWith, answered);
    String proof = proved(answering);
    String template = template();
    String deputy = deputy(now);
    String departure = departure(now);
    return new Examples(
        Example.of("GET /dispatch/api/reply-templates"),
        Example.of("POST /dispatch/api/reply-templates").json(TEMPLATE).passing(400),
        Example.of("GET /dispatch/api/reply-templates/{templateId}")
            .with("templateId", template)
            .showing("处理结果"),
        Example.of("POST /dispatch/api/reply-templates/{templateId}")
            .with("templateId", template)
            .version(0)
            .json("{\"name\":\"路灯\",\"publicReply\":\"已于{{办理日期}}修复。\",\"active\":false}")
            .passing(412),
        Example.of("GET /dispatch/api/reply-templates/{templateId}/versions")
            .with("templateId", template)
            .showing("处理结果"),
        Example.of("GET " + TASK + "/reply-templates").with("id", toExtend),
        Example.of("GET " + TASK + "/reply-templates/{templateId}")
            .with("id", toExtend)
            .with("templateId", template())
            .showing("处理结果"),
        Example.of("GET /dispatch/api/departures").showing("轮岗至其他单位"),
        Example.of("POST /dispatch/api/departures")
            .json(
                "{\"unitId\":\"cg\",\"leaverRef\":\"leaves-never\",\"successorRef\":\"follows\","
                    + "\"reason\":\"调离\"}")
            .passing(400)
            .passing(409),
        Example.of("POST /dispatch/api/departures/{departureId}/cancellation")
            .with("departureId", departure)
            .version(0)
            .passing(409)
            .passing(412),
        Example.of("GET /dispatch/api/departures/people").with("unitId", "cg").showing("调离科员"),
        Example.of("GET /dispatch/api/departures/preview")
            .with("unitId", "cg")
            .with("leaverRef", "follows"),
        Example.of("GET /dispatch/api/deputies"),
        Example.of("POST /dispatch/api/deputies")
            .json(
                "{\"deputyRef\":\"stand-in\",\"until\":\""
                    + now.plus(Duration.ofDays(9)).truncatedTo(ChronoUnit.SECONDS)
                    + "\"}")
            .passing(400)
            .passing(409),
        Example.of("POST /dispatch/api/deputies/{deputyId}/end")
            .with("deputyId", deputy)
            .version(0)
            .passing(409)
            .passing(412),
        Example.of("GET /dispatch/api/deputies/candidates"),
        Example.of("POST /dispatch/api/deputies/candidates")
            .json("{\"post\":\"综合科长\"}")
            .passing(400),
        Example.of("POST /dispatch/api/deputies/candidates/{userRef}/withdrawal")
            .with("userRef", stand("stands-no-more", "内勤科长")),
        Example.of("GET " + CASE + "/comparison")
            .with("caseId", toMerge)
            .with("caseNo", main.caseNo())
            .showing(main.caseNo()),
        Example.of("GET " + CASE + "/mergings")
            .with("caseId", answered.caseId())
            .showing(answeredWith.toString()),
        Example.of("GET " + CASE + "/answer-with-main")
            .with("caseId", answeredWith)
            .showing("publicReply"),
        Example.of("GET " + CASE + "/proofs")
            .with("caseId", answeredWith)
            .with("round", 1)
            .showing(proof),
        Example.of("GET " + CASE + "/proofs/{id}")
            .with("caseId", answeredWith)
            .with("id", proof)
            .showing("%%EOF"),
        Example.of("GET " + CASE + "/proof-readings").with("caseId", answered.caseNo()),
        Example.of("POST " + CASE + "/merge")
            .with("caseId", toMerge)
            .version(caseVersion(toMerge))
            .json("{\"mainCaseNo\":\"" + main.caseNo() + "\",\"reason\":\"SAME_PLACE\"}")
            .passing(409)
            .passing(412),
        Example.of("GET " + CASE + "/incident-calls")
            .with("caseId", main.caseId())
            .showing("\"calls\""),
        Example.of("POST " + CASE + "/incident-calls/merge")
            .with("caseId", main.caseId())
            .json("{\"incidentId\":\"" + UUID.randomUUID() + "\"}")
            .passing(409),
        Example.of("POST " + CASE + "/unmerge")
            .with("caseId", toUnmerge)
            .version(caseVersion(toUnmerge))
            .json("{\"reason\":\"OTHER_MATTER\"}")
            .passing(409)
            .passing(412),
        Example.of("GET /dispatch/api/endorsement-rules").showing("signed-squad"),
        Example.of("POST /dispatch/api/endorsement-rules")
            .json("{\"unitId\":\"signed-squad\",\"act\":\"REPLY\",\"need\":\"REQUIRED\"}"),
        Example.of("GET /dispatch/api/drafts/pending")
            .with("limit", 200)
            .showing(drafted.toString()),
        Example.of("GET " + TASK + "/drafts").with("id", drafted).showing("已修复"),
        ofDraft("decision", toEndorse, "{\"decision\":\"SIGN\"}"),
        ofDraft("withdrawal", toTakeBackDraft, "{}"),
        asking("extension", toExtend, EXTENSION),
        asking("hold", toHold, hold),
        asking("return", toReturn, RETURN),
        deciding(others, "extension", EXTENSION),
        deciding(others, "hold", hold),
        deciding(others, "return", RETURN),
        Example.of("POST " + TASK + "/return-requests/{requestNo}/dispute")
            .with("id", toConvene)
            .with("requestNo", returning(toConvene))
            .version(Desk.version(toConvene))
            .json(DISPUTE)
            .passing(409)
            .passing(412),
        Example.of("GET /dispatch/api/disputes").with("limit", 200).showing(toState),
        Example.of("GET /dispatch/api/disputes/ruling-times"),
        Example.of("GET " + DISPUTED)
            .with("disputeId", toState)
            .showing(disputeOf(toState).getString("caseNo")),
        Example.of("GET " + CASE + "/disputes")
            .with("caseId", disputeOf(toState).getString("caseId"))
            .showing(toState),
        Example.of("POST " + DISPUTED + "/opinions")
            .with("disputeId", toState)
            .json("{\"unitId\":\"cg\",\"stance\":\"SHARED\",\"legalBasis\":\"权责清单\"}")
            .passing(409),
        Example.of("POST " + DISPUTED + "/ruling")
            .with("disputeId", toRule)
            .version(disputeOf(toRule).getLong("version"))
            .json("{\"leadUnitId\":\"cg\",\"reason\":\"按权责清单\"}")
            .passing(409)
            .passing(412),
        Example.of("GET " + TASK + "/sub-dispatch").with("id", toHandDown).showing("cg-1"),
        Example.of("POST " + TASK + "/sub-dispatch")
            .with("id", toHandDown)
            .version(2)
            .json("{\"parts\":[{\"unitId\":\"cg-1\"}],\"note\":\"请现场核实\"}")
            .passing(409)
            .passing(412),
        below("review", toReviewBelow, "{\"decision\":\"PASS\"}"),
        below("recall", toTakeBackBelow, "{\"reason\":\"RAISED\"}"),
        below("return-decision", toDecideBelow, "{\"decision\":\"GRANT\"}"),
        Example.of("POST " + TASK + "/recall")
            .with("id", toRecall)
            .version(2)
            .json("{\"reason\":\"RAISED\"}")
            .passing(409),
        Example.of("POST " + TASK + "/resumption")
            .with("id", toExtend)
            .version(2)
            .passing(409)
            .passing(412),
        Example.of("GET " + SUPERVISION + "/cases/{caseId}").with("caseId", carded),
        Example.of("GET " + TASK + "/co-handlers").with("id", sharedLead).showing(sharedCo),
        Example.of("GET " + CASE + "/co-handler-urges").with("caseId", carded),
        Example.of("POST " + TASK + "/co-handlers/{coId}/urges")
            .with("id", sharedLead)
            .with("coId", sharedCo)
            .json("{\"words\":\"请今日内答复\"}")
            .passing(409),
        Example.of("GET " + SUPERVISION + "/cases/{caseId}/repeats")
            .with("caseId", carded)
            .with("of", "place"),
        Example.of("GET /dispatch/api/accounts").with("ids", "clerk,dispatcher"),
        Example.of("GET /dispatch/api/case-holders")
            .with("caseIds", shown.caseId())
            .showing(shown.caseId().toString()),
        Example.of("POST " + SUPERVISION + "/cases/{caseId}/urges")
            .with("caseId", urged)
            .json("{\"words\":\"请尽快联系诉求人\"}")
            .passing(409),
        Example.of("POST " + SUPERVISION + "/urges")
            .json("{\"items\":[{\"caseId\":\"" + urged + "\",\"words\":\"请尽快办理\"}]}"),
        Example.of("GET /dispatch/api/instructions")
            .with("tab", "to-read")
            .with("limit", 200)
            .showing(toRead),
        Example.of("POST /dispatch/api/instructions")
            .json(
                "{\"title\":\"供水\",\"words\":\"请尽快恢复供水\",\"unitIds\":[\"zj\"],"
                    + "\"leaderPost\":\"副市长\",\"givenOn\":\"2026-11-06\"}"),
        Example.of("GET /dispatch/api/instructions/cases/{caseId}").with("caseId", instructed),
        Example.of("POST /dispatch/api/instructions/{instructionId}/link")
            .with("instructionId", unlinked)
            .version(0)
            .json("{\"caseNo\":\"" + linkTo + "\"}")
            .passing(409)
            .passing(412),
        ofUnit("reading", toRead, 0).json("{}"),
        ofUnit("feedback", toFeedBack, 1).json("{\"words\":\"已办\"}"),
        ofUnit("judgements", toAccept, 2).json("{\"accepted\":true}"),
        Example.of("GET /dispatch/api/owners/cases/{caseId}").with("caseId", instructed),
        Example.of("POST /dispatch/api/leaders").json("{\"post\":\"副局长\"}").passing(400),
        Example.of("POST /dispatch/api/owners/cases/{caseId}")
            .with("caseId", unowned)
            .json("{\"leaderRef\":\"leader\",\"reason\":\"MASS\",\"plan\":\"每周走访\"}")
            .passing(409),
        owning(
            others,
            "visits",
            "{\"visitedOn\":\""
                + day(now)
                + "\",\"place\":\"社区\","
                + "\"met\":[\"CITIZEN\"],\"result\":\"已说明\"}"),
        owning(others, "plans", "{\"plan\":\"先修路\"}"),
        owning(others, "sign-off", "{\"conclusion\":\"已解决\"}"),
        owning(others, "handover-requests", "{\"leaderRef\":\"somebody\",\"reason\":\"职责调整\"}"),
        ofOwner("handover-decisions", handover, 1, "{\"approved\":false,\"reason\":\"请继续\"}"),
        Example.of("GET " + SUPERVISION + "/cards")
            .with("from", "2026-01-01")
            .with("to", "2026-12-31"),
        Example.of("GET " + SUPERVISION + "/orders")
            .with("tab", "to-answer")
            .with("limit", 200)
            .showing(toShow.toString()),
        Example.of("POST " + SUPERVISION + "/orders")
            .version(caseVersion(carded))
            .json(order(carded, "NOTICE"))
            .passing(409),
        Example.of("POST " + SUPERVISION + "/orders/{orderId}/rectifications")
            .with("orderId", toAnswer)
            .version(0)
            .json("{\"words\":\"已整改\"}")
            .passing(409)
            .passing(412),
        Example.of("POST " + SUPERVISION + "/orders/{orderId}/attachments")
            .with("orderId", toAnswer)
            .body("application/pdf", PAPER)
            .passing(422),
        Example.of("POST " + SUPERVISION + "/orders/{orderId}/judgements")
            .with("orderId", toJudge)
            .version(1)
            .json("{\"accepted\":true}")
            .passing(409)
            .passing(412),
        Example.of("GET " + NOTICES).with("tab", "to-receipt").with("limit", 200).showing(noticeNo),
        Example.of("GET " + NOTICES + "/copies")
            .with("tab", "to-receipt")
            .with("limit", 200)
            .showing(noticeNo),
        Example.of("GET " + NOTICES + "/recipients"),
        Example.of("GET " + NOTICES + "/cases/{caseId}").with("caseId", named).showing(noticeNo),
        Example.of("GET " + NOTICE).with("noticeId", onPaper).showing(noticeNo),
        Example.of("GET " + NOTICE + "/papers").with("noticeId", onPaper),
        Example.of("GET " + NOTICE + "/copies/{copy}")
            .with("noticeId", onPaper)
            .with("copy", "PARTY_OFFICE")
            .showing(noticeNo),
        Example.of("POST " + NOTICES)
            .version(caseVersion(toNotice))
            .json(notice(toNotice))
            .passing(409),
        Example.of("POST " + NOTICE + "/deliveries")
            .with("noticeId", toDeliver)
            .version(0)
            .json("{\"copies\":[\"LEADER\"],\"delivery\":\"BY_HAND\",\"note\":\"交办公室\"}")
            .passing(409)
            .passing(412),
        Example.of("POST " + NOTICE + "/copies/{copy}/receipt")
            .with("noticeId", toConfirm)
            .with("copy", "PARTY_OFFICE")
            .version(NoticeDesk.version(toConfirm))
            .passing(409)
            .passing(412),
        Example.of("POST " + NOTICE + "/leader-receipt")
            .with("noticeId", toLead)
            .version(NoticeDesk.version(toLead))
            .passing(409)
            .passing(412),
        Example.of("POST " + NOTICE + "/copies/{copy}/paper-receipt")
            .with("noticeId", toRecord)
            .with("copy", "PETITIONER")
            .version(NoticeDesk.version(toRecord))
            .json("{\"evidence\":\"回执联已签字\"}")
            .passing(409)
            .passing(412),
        Example.of("POST " + NOTICE + "/withdrawal")
            .with("noticeId", toTakeBack)
            .version(0)
            .json("{\"reason\":\"填写有误\"}")
            .passing(409)
            .passing(412),
        Example.of("GET " + ACCOUNTABILITY)
            .with("unit", "cg")
            .with("limit", 200)
            .showing(criticised(named, now)),
        Example.of("POST " + ACCOUNTABILITY).json(criticism(named, now)),
        Example.of("GET /dispatch/api/assignments")
            .with("tab", "all")
            .with("q", shown.caseNo())
            .showing(shown.caseNo()),
        Example.of("GET /dispatch/api/assignments/digest"),
        Example.of("GET " + TASK).with("id", task).showing(shown.caseNo()),
        Example.of("GET " + TASK + "/deadlines").with("id", task),
        Example.of("POST " + TASK + "/contact-attempts")
            .with("id", toContact)
            .version(1)
            .json("{\"result\":\"REACHED\",\"channel\":\"PHONE\",\"note\":\"已说明\"}"),
        Example.of("POST " + TASK + "/replies")
            .with("id", toReply)
            .version(2)
            .json("{\"handlingText\":\"已修\",\"publicReply\":\"已修好\",\"claimedSolved\":true}")
            .passing(409),
        Example.of("POST " + TASK + "/attachments")
            .with("id", toReply)
            .with("name", "说明.pdf")
            .body("application/pdf", PAPER)
            .passing(422),
        Example.of("GET /dispatch/api/attachments/{id}").with("id", attached).showing("%%EOF"),
        Example.of("POST /dispatch/api/attachments/{id}/removal").with("id", attached).passing(409),
        Example.of("POST " + TASK + "/reviews")
            .with("id", toReview)
            .version(Desk.version(toReview))
            .json("{\"decision\":\"REJECT\",\"reason\":\"ATTITUDE\",\"comment\":\"请核实\"}")
            .passing(409),
        Example.of("POST " + TASK + "/signature").with("id", toSign).version(0).passing(409),
        Example.of("GET " + CASE).with("caseId", shown.caseId()).showing(shown.caseNo()),
        Example.of("GET " + CASE + "/clocks").with("caseId", shown.caseId()).showing("REPLY"),
        Example.of("POST " + CASE + "/dispatch")
            .with("caseId", waiting.caseId())
            .version(version)
            .json("{\"leadUnitId\":\"cg\",\"coUnitIds\":[\"zj\"],\"reason\":\"职责所在\"}")
            .passing(409),
        Example.of("GET /dispatch/api/calendar/versions/{version}").with("version", 1),
        Example.of("GET /dispatch/api/calendar/versions/{version}/years/{year}")
            .with("version", 1)
            .with("year", 2026),
        Example.of("POST /dispatch/api/calendar/previews").json(HOLIDAYS),
        Example.of("POST /dispatch/api/calendar/versions")
            .version(inForce("calendar"))
            .json(HOLIDAYS)
            .passing(412),
        Example.of("GET /dispatch/api/limits/versions/{version}").with("version", 1),
        Example.of("POST /dispatch/api/limits/previews").json("{\"preset\":\"tj\"}"),
        Example.of("POST /dispatch/api/limits/versions")
            .version(inForce("limits"))
            .json("{\"preset\":\"sd-default\",\"reason\":\"试行\"}")
            .passing(412),
        Example.of("GET /dispatch/api/catalogue/route")
            .with("categoryCode", OtherServices.ROADS)
            .with("placeCode", "370281001"),
        Example.of("POST /dispatch/api/catalogue/rules")
            .json(
                "{\"categoryPrefix\":\"9901\",\"placePrefix\":\"370202\",\"target\":\"cg\",\"automatic\":false}"),
        Example.of("POST /dispatch/api/directory/units")
            .json(
                "{\"code\":\"proof\",\"parentCode\":\"yj\",\"nameZh\":\"试验科\",\"nameEn\":\"Proof"
                    + " section\",\"active\":true}"),
        Example.of("GET /dispatch/api/kept-categories").with("parent", "0101").showing("010101"),
        Example.of("POST /dispatch/api/kept-categories")
            .json("{\"code\":\"8899\",\"nameZh\":\"无上级\"}")
            .passing(400),
        Example.of("POST /dispatch/api/kept-categories/{code}")
            .with("code", "0101")
            .version(0)
            .json("{\"nameZh\":\"市政设施\",\"nameEn\":\"Municipal facilities\"}")
            // Renamed meanwhile by somebody of the fuzz.
            .passing(412),
        Example.of("GET /dispatch/api/kept-categories/{code}/changes").with("code", "0101"),
        Example.of("POST /dispatch/api/kept-categories/file/preview").body("text/csv", CATEGORY),
        Example.of("POST /dispatch/api/kept-categories/file")
            .body("text/csv", CATEGORY)
            .passing(409),
        Example.of("GET /dispatch/api/kept-places").with("parent", "3702").showing("370285"),
        Example.of("POST /dispatch/api/kept-places")
            .json("{\"code\":\"889999\",\"nameZh\":\"无上级\"}")
            .passing(400),
        Example.of("POST /dispatch/api/kept-places/{code}")
            .with("code", "370285")
            .version(0)
            .json("{\"nameZh\":\"莱西市\"}")
            .passing(412),
        Example.of("GET /dispatch/api/kept-places/{code}/changes").with("code", "370285"),
        Example.of("POST /dispatch/api/kept-places/file/preview").body("text/csv", PLACE),
        Example.of("POST /dispatch/api/kept-places/file").body("text/csv", PLACE).passing(409));
  }

  private static void merge(UUID one, OtherServices.Known main) {
    Desk.command(Desk.as(Role.DISPATCHER), caseVersion(one))
        .body("{\"mainCaseNo\":\"" + main.caseNo() + "\",\"reason\":\"SAME_PLACE\"}")
        .post("/api/cases/" + one + "/merge")
        .then()
        .statusCode(200);
  }

  /** A unit below the bureau, which the demonstration city has not. */
  private static void saveSquad() {
    Desk.as(Role.ORG_ADMIN)
        .header("Idempotency-Key", UUID.randomUUID().toString())
        .body(
            "{\"code\":\"cg-1\",\"parentCode\":\"cg\",\"nameZh\":\"城管一中队\",\"nameEn\":\"First"
                + " squad\",\"active\":true}")
        .post("/api/directory/units")
        .then()
        .statusCode(200);
  }

  private static String template() {
    return Desk.as("keeper", Role.UNIT_LEADER, "cg", "/center/cg")
        .header("Idempotency-Key", UUID.randomUUID().toString())
        .body(TEMPLATE.replace("路灯", "路灯 " + UUID.randomUUID()))
        .post("/api/reply-templates")
        .then()
        .statusCode(201)
        .extract()
        .path("templateId");
  }

  /** Somebody who signs for a leader of the bureau. */
  private static String deputy(Instant now) {
    stand("stand-in", "代班科长");
    return Desk.as("away-" + UUID.randomUUID(), Role.UNIT_LEADER, "cg", "/center/cg")
        .header("Idempotency-Key", UUID.randomUUID().toString())
        .body(Map.of("deputyRef", "stand-in", "until", now.plus(Duration.ofDays(9)).toString()))
        .post("/api/deputies")
        .then()
        .statusCode(201)
        .extract()
        .path("deputyId");
  }

  /** Somebody of the bureau will leave; each test that asks has somebody of its own. */
  private static String departure(Instant now) {
    String leaver = "leaves-" + UUID.randomUUID();
    return Desk.as(Role.SUPERVISOR)
        .header("Idempotency-Key", UUID.randomUUID().toString())
        .body(
            Map.of(
                "unitId",
                "cg",
                "leaverRef",
                stand(leaver, "调离科员 " + leaver),
                "successorRef",
                stand("follows", "接任科员"),
                "from",
                now.plus(Duration.ofDays(60)).toString().substring(0, 10),
                "reason",
                "轮岗至其他单位"))
        .post("/api/departures")
        .then()
        .statusCode(201)
        .extract()
        .path("departureId");
  }

  private static String stand(String user, String post) {
    Desk.as(user, Role.CLERK, "cg", "/center/cg")
        .header("Idempotency-Key", UUID.randomUUID().toString())
        .body(Map.of("post", post))
        .post("/api/deputies/candidates")
        .then()
        .statusCode(200);
    return user;
  }

  /** A squad whose leader signs what it replies. */
  private static void signReplies() {
    Desk.as(Role.ORG_ADMIN)
        .header("Idempotency-Key", UUID.randomUUID().toString())
        .body(
            "{\"code\":\"signed-squad\",\"parentCode\":\"cg\",\"nameZh\":\"签发中队\",\"nameEn\":\"Signed"
                + " squad\",\"active\":true}")
        .post("/api/directory/units")
        .then()
        .statusCode(200);
    Desk.as(Role.ORG_ADMIN)
        .header("Idempotency-Key", UUID.randomUUID().toString())
        .body("{\"unitId\":\"signed-squad\",\"act\":\"REPLY\",\"need\":\"REQUIRED\"}")
        .post("/api/endorsement-rules")
        .then()
        .statusCode(201);
  }

  /** A reply of that squad. */
  private static UUID drafted(OtherServices others) {
    UUID caseId = others.accepted(OtherServices.OTHER).caseId();
    long version = Desk.awaitWaiting(caseId).getLong("version");
    Desk.dispatch(caseId, version, Map.of("leadUnitId", "signed-squad")).then().statusCode(201);
    UUID task = Desk.openLead(caseId);
    Desk.replied(task, () -> Desk.clerk("signed-squad", "/center/cg/signed-squad"));
    return task;
  }

  private static Example ofDraft(String act, UUID task, String body) {
    return Example.of("POST " + TASK + "/drafts/{draftNo}/" + act)
        .with("id", task)
        .with("draftNo", 1)
        .version(Desk.version(task))
        .json(body)
        .passing(409)
        .passing(412);
  }

  private static RequestSpecification squad() {
    return Desk.clerk("cg-1", "/center/cg/cg-1");
  }

  /** What the bureau handed down to its squad. */
  private static UUID part(OtherServices others) {
    UUID whole = contacted(others);
    Desk.command(Desk.as("desk", Role.UNIT_DESK, "cg", "/center/cg"), 2)
        .body("{\"parts\":[{\"unitId\":\"cg-1\"}]}")
        .post("/api/assignments/" + whole + "/sub-dispatch")
        .then()
        .statusCode(201);
    return UUID.fromString(Desk.task(whole).getString("parts[0].assignmentId"));
  }

  private static Example below(String act, UUID part, String body) {
    return Example.of("POST " + TASK + "/sub-dispatch/" + act)
        .with("id", part)
        .version(Desk.version(part))
        .json(body)
        .passing(409)
        .passing(412);
  }

  private static UUID contacted(OtherServices others) {
    UUID task = newTask(others);
    Desk.sign(Desk.clerk(), task, 0).then().statusCode(200);
    Desk.contact(Desk.clerk(), task, 1).then().statusCode(200);
    return task;
  }

  /** A return that waits: its number. */
  private static int returning(UUID task) {
    return Desk.asked(
        Desk.clerk(),
        task,
        "return-requests",
        Map.of("reason", "NOT_OUR_DUTY", "legalBasis", "条例第六条"));
  }

  private static String disputed(OtherServices others) {
    UUID task = contacted(others);
    int requestNo = returning(task);
    return Desk.command(Desk.as(Role.DISPATCHER), Desk.version(task))
        .body(DISPUTE)
        .post("/api/assignments/" + task + "/return-requests/" + requestNo + "/dispute")
        .then()
        .statusCode(201)
        .extract()
        .path("disputeId");
  }

  private static JsonPath disputeOf(String dispute) {
    return Desk.as(Role.SUPERVISOR).get("/api/disputes/" + dispute).jsonPath();
  }

  private static Example asking(String what, UUID task, String body) {
    return Example.of("POST " + TASK + "/" + what + "-requests")
        .with("id", task)
        .version(2)
        .json(body)
        .passing(409);
  }

  private static Example deciding(OtherServices others, String what, String body) {
    UUID task = contacted(others);
    int requestNo =
        Desk.command(Desk.clerk(), 2)
            .body(body)
            .post("/api/assignments/" + task + "/" + what + "-requests")
            .then()
            .statusCode(201)
            .extract()
            .path("requestNo");
    return Example.of("POST " + TASK + "/" + what + "-requests/{requestNo}/decision")
        .with("id", task)
        .with("requestNo", requestNo)
        .version(Desk.version(task))
        .json("{\"decision\":\"GRANT\"}")
        .passing(409);
  }

  private static UUID supervised(OtherServices others) {
    UUID of = others.accepted(OtherServices.ROADS).caseId();
    Desk.awaitTask(of, 1);
    return UUID.fromString(
        Desk.command(Desk.as(Role.SUPERVISOR), caseVersion(of))
            .body(order(of, "YELLOW_CARD"))
            .post("/api/supervision/orders")
            .then()
            .statusCode(201)
            .extract()
            .path("orderId"));
  }

  private static void answer(UUID order) {
    Desk.command(Desk.clerk(), 0)
        .body("{\"words\":\"已整改\"}")
        .post("/api/supervision/orders/" + order + "/rectifications")
        .then()
        .statusCode(200);
  }

  /** A paper of a reply that has passed its review. */
  private static String proved(UUID task) {
    Desk.sign(Desk.clerk(), task, Desk.version(task)).then().statusCode(200);
    Desk.contact(Desk.clerk(), task, Desk.version(task)).then().statusCode(200);
    String paper = attached(task);
    Desk.review(task, Desk.version(task), Map.of("decision", "PASS")).then().statusCode(200);
    return paper;
  }

  /** A paper of a reply that waits for its review. */
  private static String attached(UUID task) {
    String paper =
        Desk.upload(Desk.clerk(), "assignments", task, "说明.pdf", PAPER.getBytes(UTF_8))
            .then()
            .statusCode(201)
            .extract()
            .path("id");
    Desk.reply(Desk.clerk(), task, Desk.version(task), List.of(paper)).then().statusCode(200);
    return paper;
  }

  private static String order(UUID of, String level) {
    return "{\"caseId\":\""
        + of
        + "\",\"level\":\""
        + level
        + "\",\"reason\":\"OVERDUE\",\"demand\":\"查明原因，限期整改。\"}";
  }

  private static long caseVersion(UUID of) {
    return Desk.as(Role.SUPERVISOR)
        .get("/api/supervision/cases/" + of)
        .then()
        .statusCode(200)
        .extract()
        .jsonPath()
        .getLong("version");
  }

  private static Example ofUnit(String act, String instruction, long version) {
    return Example.of("POST /dispatch/api/instructions/{instructionId}/units/{unitId}/" + act)
        .with("instructionId", instruction)
        .with("unitId", "cg")
        .version(version)
        .passing(409)
        .passing(412);
  }

  private static String instruction(UUID about) {
    return Desk.as(Role.LEADER)
        .header("Idempotency-Key", UUID.randomUUID().toString())
        .body(
            "{\"caseId\":"
                + (about == null ? null : "\"" + about + "\"")
                + ",\"title\":\"道路\",\"words\":\"请尽快修复\",\"unitIds\":[\"cg\"],"
                + "\"leaderPost\":\"副市长\"}")
        .post("/api/instructions")
        .then()
        .statusCode(201)
        .extract()
        .path("instructionId");
  }

  private static void read(String instruction) {
    Desk.command(Desk.clerk(), 0)
        .body("{}")
        .post("/api/instructions/" + instruction + "/units/cg/reading")
        .then()
        .statusCode(200);
  }

  private static void feedBack(String instruction) {
    Desk.command(Desk.clerk(), 1)
        .body("{\"words\":\"已办\"}")
        .post("/api/instructions/" + instruction + "/units/cg/feedback")
        .then()
        .statusCode(200);
  }

  /** Whose acts are those of an owner: a leader and a unit's leader, and one to hand over to. */
  private static void sayPosts() {
    for (Role role : new Role[] {Role.LEADER, Role.UNIT_LEADER}) {
      sayPost(role.wireName(), role);
    }
    sayPost("somebody", Role.LEADER);
  }

  private static void sayPost(String user, Role role) {
    Desk.as(user, role, "center", "/center")
        .header("Idempotency-Key", UUID.randomUUID().toString())
        .body("{\"post\":\"分管领导\"}")
        .post("/api/leaders")
        .then()
        .statusCode(200);
  }

  private static String owned(OtherServices others, String leader) {
    UUID of = others.accepted(OtherServices.ROADS).caseId();
    Desk.awaitTask(of, 1);
    return Desk.as(Role.SUPERVISOR)
        .header("Idempotency-Key", UUID.randomUUID().toString())
        .body("{\"leaderRef\":\"" + leader + "\",\"reason\":\"HARD\",\"plan\":\"每周走访\"}")
        .post("/api/owners/cases/" + of)
        .then()
        .statusCode(201)
        .extract()
        .path("ownershipId");
  }

  private static void askHandover(String ownership) {
    Desk.command(Desk.as(Role.SUPERVISOR), 0)
        .body("{\"leaderRef\":\"leader\",\"reason\":\"提级\"}")
        .post("/api/owners/" + ownership + "/handover-requests")
        .then()
        .statusCode(200);
  }

  /** Only its owner may: each leader is sent with a case of the own. */
  private static Example owning(OtherServices others, String act, String body) {
    return ofOwner(act, owned(others, "leader"), 0, body)
        .instead(Role.UNIT_LEADER, ofOwner(act, owned(others, "unit-leader"), 0, body));
  }

  private static Example ofOwner(String act, String ownership, long version, String body) {
    return Example.of("POST /dispatch/api/owners/{ownershipId}/" + act)
        .with("ownershipId", ownership)
        .version(version)
        .json(body)
        .passing(409)
        .passing(412);
  }

  private static String day(Instant now) {
    return now.plus(Duration.ofHours(8)).toString().substring(0, 10);
  }

  private static UUID noticed(OtherServices others) {
    UUID of = others.accepted(OtherServices.ROADS).caseId();
    Desk.awaitTask(of, 1);
    return UUID.fromString(
        Desk.command(Desk.as(Role.SUPERVISOR), caseVersion(of))
            .body(notice(of))
            .post("/api/notices")
            .then()
            .statusCode(201)
            .extract()
            .path("noticeId"));
  }

  private static UUID delivered(OtherServices others) {
    UUID notice = noticed(others);
    NoticeDesk.deliverAll(notice);
    return notice;
  }

  /** One of its copies goes to the unit from which the rights are seen. */
  private static String notice(UUID of) {
    return "{\"caseId\":\""
        + of
        + "\",\"ground\":\"HARD\",\"demand\":\"限期解决\",\"promise\":\"十日内修复\","
        + "\"remark\":\"请过问\",\"responsible\":[{\"name\":\"责任人甲\",\"post\":\"副局长\","
        + "\"phone\":\"0532-12345678\"}],\"recipients\":[{\"copy\":\"LEADER\","
        + "\"post\":\"分管副市长\"},{\"copy\":\"PETITIONER\"},{\"copy\":\"PARTY_OFFICE\","
        + "\"unitId\":\"cg\"},{\"copy\":\"GOVERNMENT_OFFICE\",\"unitId\":\"zfb\"},"
        + "{\"copy\":\"ORGANISATION_DEPARTMENT\",\"unitId\":\"zzb\"},"
        + "{\"copy\":\"PETITION_OFFICE\",\"unitId\":\"xfj\"}]}";
  }

  private static String criticism(UUID of, Instant now) {
    return "{\"measure\":\"CRITICISM\",\"unitId\":\"cg\",\"reason\":\"OVERDUE\",\"caseIds\":[\""
        + of
        + "\"],\"words\":\"多次超期\",\"people\":\"各承办单位\",\"heldOn\":\""
        + now.minus(Duration.ofDays(1)).toString().substring(0, 10)
        + "\"}";
  }

  private static String criticised(UUID of, Instant now) {
    return Desk.command(Desk.as(Role.SUPERVISOR), 0)
        .body(criticism(of, now))
        .post("/api/accountability/records")
        .then()
        .statusCode(201)
        .extract()
        .path("recordId");
  }

  private static long inForce(String what) {
    return Desk.as(Role.CALENDAR_ADMIN)
        .get("/api/" + what)
        .then()
        .statusCode(200)
        .extract()
        .jsonPath()
        .getLong("version");
  }

  private static UUID newTask(OtherServices others) {
    return Desk.awaitTask(others.accepted(OtherServices.ROADS).caseId(), 1);
  }
}
