package hotline.intake;

import static org.awaitility.Awaitility.await;

import hotline.access.Role;
import hotline.access.testing.TestTokens;
import hotline.access.testing.proofs.Example;
import hotline.access.testing.proofs.Examples;
import hotline.lifecycle.CaseStatus;
import hotline.lifecycle.LifecycleEvent;
import hotline.lifecycle.Source;
import io.quarkus.arc.Arc;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** What the proofs over the whole interface share: for each operation a request that is right. */
abstract class ApiTest extends IntakeTest {
  static final String REPORTER = "马克尔记";
  static final String PHONE = "13955667788";

  private static final String CASES = "/intake/api/cases";
  private static final String ONE = CASES + "/{id}";
  private static final String TRACK = "/intake/api/track";
  private static final String ITEM = "/intake/api/knowledge/{code}";
  private static final String DISCLOSE = "POST " + ONE + "/contact-disclosures";

  /** The tables are compared: nothing may move in them that no request has moved. */
  @BeforeEach
  void theTextGatewayIsAway() throws IOException {
    servers.handsets().goAway();
    await()
        .atMost(SOON)
        .until(
            () ->
                as(Role.SYSTEM_ADMIN).get("/api/texting").jsonPath().get("connectedSince") == null);
  }

  @AfterEach
  void theTextGatewayIsBack() throws IOException {
    servers.handsets().start();
  }

  Examples examples() throws Exception {
    Known fresh = registered(marked());
    Known watched = registered(marked());
    Map<String, Object> question = marked();
    question.put("kind", "CONSULTATION");
    Known asked = registered(question);
    Known corrected = registered(marked());
    Known tracked = registered(marked());
    Known several = registered(marked());
    Known unscreened = registered(marked());
    Known proposed = registered(marked());
    Known abroad = registered(marked());
    Known taken = registered(marked());
    act(Role.OPERATOR, taken, "transfer", 0, Map.of("target", "POLICE_110", "threePartyCall", true))
        .statusCode(200);
    Known calledIn = registered(marked());
    Map<String, Object> police = Map.of("target", "POLICE_110", "threePartyCall", true);
    act(Role.OPERATOR, calledIn, "transfer", 0, police).statusCode(200);
    Map<String, Object> fire = Map.of("target", "FIRE_119", "threePartyCall", true);
    act(Role.OPERATOR, calledIn, "called-in-services", 0, fire).statusCode(200);
    Map<String, Object> medical = Map.of("target", "MEDICAL_120", "threePartyCall", true);
    act(Role.OPERATOR, calledIn, "called-in-services", 0, medical).statusCode(200);
    with(TestTokens.forRole(Role.SCREENER, "center", "/center", "another-screener"))
        .header("If-Match", "\"1\"")
        .body(Map.of("reason", "NOT_TRUE"))
        .post("/api/cases/" + proposed.id() + "/refusal-proposals")
        .then()
        .statusCode(200);
    Instant now = Arc.container().instance(LaterClock.class).get().instant();
    // Hours that no other test has: they do not overlap.
    Instant away = someMinute(now);
    String paper =
        as(Role.SHIFT_LEAD)
            .body(
                Map.of(
                    "reason", "停电", "from", away.toString(), "to", away.plusSeconds(60).toString()))
            .post("/api/outages")
            .then()
            .statusCode(201)
            .extract()
            .path("code");
    String burst = incident();
    String over = incident();
    Known parent = registered(marked());
    Known unentered = registered(marked());
    String opened = openedChangeover(now);
    String confirmed = openedChangeover(now);
    as(Role.SUPERVISOR)
        .post("/api/changeovers/" + confirmed + "/confirmation")
        .then()
        .statusCode(200);
    Instant other = someMinute(now);
    String item = Knowledge.published("cg", "路灯报修");
    Known held = accepted(marked());
    Known answered = accepted(marked());
    say(held, new OtherServices("cg").dispatched());
    OtherServices cg = new OtherServices("cg");
    say(answered, cg.dispatched());
    say(answered, cg.signed());
    say(answered, cg.replied());
    say(answered, cg.completed());
    Known outOfHand = accepted(marked());
    say(outOfHand, new OtherServices("cg").dispatched());
    awaitHeld(held);
    awaitHeld(outOfHand);
    awaitStatus(answered, CaseStatus.PENDING_CALLBACK);
    return new Examples(
        Example.of("POST /intake/api/case-imports")
            .body("text/csv", as(Role.OPERATOR).get("/api/case-imports/template").asString()),
        Example.of("GET /intake/api/outages"),
        Example.of("POST /intake/api/outages")
            .json(
                "{\"reason\":\"停电\",\"from\":\"%s\",\"to\":\"%s\"}"
                    .formatted(other, other.plusSeconds(60)))
            .passing(409),
        Example.of("POST /intake/api/outages/{code}/forms")
            .with("code", paper)
            .json(
                "{\"paperNo\":\"17\",\"request\":%s}".formatted(json(onPaper(away.plusSeconds(1)))))
            .passing(409),
        Example.of("GET /intake/api/incidents").with("state", "in-force"),
        Example.of("POST /intake/api/incidents")
            .json(
                "{\"parentCase\":\"%s\",\"name\":\"主管爆裂\",\"area\":\"泰山路\",\"script\":\"正在抢修。\"}"
                    .formatted(parent.id()))
            .passing(409),
        Example.of("GET /intake/api/incidents/{id}").with("id", burst).showing("主管爆裂"),
        Example.of("GET /intake/api/incidents/{id}/cases").with("id", burst),
        Example.of("POST /intake/api/incidents/{id}/script")
            .with("id", burst)
            .version(1)
            .json("{\"script\":\"预计 18 时恢复供水。\"}"),
        Example.of("POST /intake/api/incidents/{id}/messages")
            .with("id", incident())
            .version(1)
            .json("{\"message\":\"供水已恢复。\"}"),
        Example.of("POST /intake/api/incidents/{id}/end")
            .with("id", over)
            .version(1)
            .json("{\"closingNote\":\"主管已修复\"}")
            .passing(409),
        Example.of("GET /intake/api/changeovers"),
        Example.of("POST /intake/api/changeovers").json(changeover(now)),
        Example.of("POST /intake/api/changeovers/{id}/confirmation")
            .with("id", opened)
            .passing(409),
        Example.of("POST /intake/api/old-case-imports/preview")
            .with("changeover", confirmed)
            .body("text/csv", as(Role.SHIFT_LEAD).get("/api/old-case-imports/template").asString()),
        Example.of("POST /intake/api/old-case-imports")
            .with("changeover", confirmed)
            .passing(409)
            .body("text/csv", as(Role.SHIFT_LEAD).get("/api/old-case-imports/template").asString()),
        Example.of("POST /intake/api/caller-cards").json("{\"phone\":\"%s\"}".formatted(PHONE)),
        Example.of("POST /intake/api/duplicate-hints")
            .json(
                "{\"categoryCode\":\"010101\",\"placeCode\":\"370281001001\",\"phone\":\"13700001111\"}"),
        Example.of("POST /intake/api/caller-marks")
            .json(
                "{\"phone\":\"%s\",\"kind\":\"CARE\",\"need\":\"DEAF\",\"reason\":\"仅能文字沟通\"}"
                    .formatted(someMobile()))
            .passing(409),
        Example.of("GET /intake/api/caller-marks/proposals"),
        Example.of("GET /intake/api/caller-marks/abuse"),
        Example.of("POST /intake/api/switchboards")
            .json("{\"phone\":\"0532-85550911\",\"name\":\"市第一医院总机\"}"),
        Example.of("POST /intake/api/switchboards/removal").json("{\"phone\":\"0532-85550912\"}"),
        Example.of("POST /intake/api/caller-marks/{id}/confirmation")
            .with("id", markedCaller("ABUSE"))
            .version(1)
            .passing(409),
        Example.of("POST /intake/api/caller-marks/{id}/return")
            .with("id", markedCaller("ABUSE"))
            .version(1)
            .json("{\"reason\":\"仅是情绪激动\"}")
            .passing(409),
        Example.of("POST /intake/api/caller-marks/{id}/lifting")
            .with("id", markedCaller("CARE"))
            .version(1)
            .json("{\"reason\":\"号码已换人\"}")
            .passing(409),
        Example.of("GET /intake/api/caller-marks/{id}/history").with("id", markedCaller("CARE")),
        Example.of("GET /intake/api/drafts"),
        Example.of("GET /intake/api/drafts/of-seats"),
        Example.of("GET /intake/api/drafts/ended"),
        Example.of("GET /intake/api/drafts/seats"),
        // One's own only: what others have is not there. DraftTest looks at what is one's own.
        Example.of("GET /intake/api/drafts/{id}")
            .with("id", java.util.UUID.randomUUID())
            .passing(404),
        Example.of("POST /intake/api/drafts/{id}")
            .with("id", java.util.UUID.randomUUID())
            .version(0)
            .json(
                "{\"title\":\"路灯\",\"name\":\"%s\",\"phone\":\"%s\",\"content\":{\"form\":{\"title\":\"路灯\"}}}"
                    .formatted(REPORTER, PHONE))
            // Saved meanwhile, by somebody else of the fuzz too.
            .passing(404)
            .passing(412),
        Example.of("POST /intake/api/drafts/{id}/discarding")
            .with("id", java.util.UUID.randomUUID())
            .version(1)
            .passing(404),
        Example.of("POST /intake/api/drafts/{id}/handover")
            .with("id", java.util.UUID.randomUUID())
            .version(1)
            .passing(404),
        Example.of("POST /intake/api/case-searches")
            .json("{\"q\":\"%s\",\"limit\":20}".formatted(held.caseNo()))
            .showing(held.caseNo()),
        Example.of("GET " + CASES).with("q", held.caseNo()).showing(held.caseNo()),
        Example.of("POST " + CASES).json(json(marked())),
        Example.of("POST " + CASES + "/emergencies")
            .json("{\"target\":\"MEDICAL_120\",\"threePartyCall\":true}"),
        Example.of("GET " + ONE).with("id", held.id()).showing(held.caseNo()),
        Example.of("POST " + ONE + "/wrong-entry")
            .with("id", unentered.id())
            .version(1)
            .passing(409),
        Example.of("POST " + ONE + "/acceptance").with("id", fresh.id()).version(1).passing(409),
        Example.of("GET " + ONE + "/access-log").with("id", held.id()),
        Example.of("GET " + ONE + "/views").with("id", held.id()),
        Example.of("GET /intake/api/accounts").with("ids", "clerk-cg,operator"),
        Example.of("GET " + ONE + "/clocks").with("id", fresh.id()),
        disclosure(held)
            .instead(Role.CALLBACK_AGENT, disclosure(answered))
            .instead(Role.CALLBACK_LEAD, disclosure(answered)),
        Example.of("POST " + ONE + "/corrections")
            .with("id", corrected.id())
            .version(1)
            .json("{\"reason\":\"手误\",\"title\":\"路灯全天不灭\"}")
            // Each of them may, and the second finds nothing left to correct.
            .passing(400),
        Example.of("POST " + ONE + "/direct-answer")
            .with("id", asked.id())
            .version(1)
            .json(
                "{\"answer\":\"请到社区服务站办理。\",\"knowledgeItem\":\"KB-1\",\"knowledgeVersion\":\"7\"}")
            .passing(409),
        Example.of("POST " + ONE + "/marks")
            .with("id", watched.id())
            .version(1)
            .json("{\"marks\":[\"MASS\"]}")
            .passing(409),
        Example.of("POST " + ONE + "/refusal-confirmation")
            .with("id", proposed.id())
            .version(2)
            .passing(409),
        Example.of("POST " + ONE + "/refusal-proposals")
            .with("id", unscreened.id())
            .version(1)
            .json("{\"reason\":\"OUTSIDE_AREA\",\"lawfulChannel\":\"请向潍坊市12345反映\"}")
            .passing(409),
        Example.of("POST " + ONE + "/refusal-return")
            .with("id", unscreened.id())
            .version(2)
            .json("{\"reason\":\"属于本市\"}")
            .passing(409),
        Example.of("POST " + ONE + "/reopening")
            .with("id", held.id())
            .json("{\"reason\":\"CAME_BACK\"}")
            .passing(409),
        Example.of("POST " + ONE + "/split")
            .with("id", several.id())
            .version(1)
            .json(
                "{\"kept\":{\"title\":\"路灯不亮\"},\"demands\":[{\"title\":\"噪音\",\"content\":\"夜间施工\"}]}"),
        Example.of("POST " + ONE + "/supplements")
            .with("id", held.id())
            .json("{\"text\":\"路灯杆号 17\"}"),
        Example.of("GET " + ONE + "/text-messages").with("id", held.id()).showing("您的诉求已登记"),
        Example.of("POST " + ONE + "/text-messages/acknowledgement")
            .with("id", held.id())
            .passing(409),
        Example.of("POST " + ONE + "/text-messages/resumption").with("id", held.id()).passing(409),
        Example.of("POST " + ONE + "/transfer")
            .with("id", abroad.id())
            .json("{\"target\":\"OTHER_CITY\",\"externalRef\":\"WF-17\"}")
            .passing(409),
        Example.of("POST " + ONE + "/transfer-in-handling")
            .with("id", outOfHand.id())
            .json("{\"target\":\"FIRE_119\",\"threePartyCall\":true,\"reason\":\"燃气泄漏\"}")
            .passing(409),
        Example.of("POST " + ONE + "/transfer-acknowledgement")
            .with("id", taken.id())
            .json("{\"externalRef\":\"J-17\"}")
            .passing(409),
        Example.of("GET " + CASES + "/called-in-services"),
        Example.of("POST " + ONE + "/called-in-services")
            .with("id", taken.id())
            .json("{\"target\":\"FIRE_119\",\"threePartyCall\":true}")
            .passing(409),
        Example.of("POST " + ONE + "/called-in-services/{target}/acknowledgement")
            .with("id", calledIn.id())
            .with("target", "FIRE_119")
            .json("{\"externalRef\":\"J-18\"}")
            .passing(409),
        Example.of("POST " + ONE + "/called-in-services/{target}/decline")
            .with("id", calledIn.id())
            .with("target", "MEDICAL_120")
            .json("{\"reason\":\"无人受伤，不出车\"}")
            // It was called in and has declined: there is nobody to wait for.
            .passing(404),
        Example.of("POST " + ONE + "/reporter")
            .with("id", taken.id())
            .json("{\"phone\":\"13800001234\"}")
            .passing(409),
        Example.of("POST " + ONE + "/transfer-return")
            .with("id", taken.id())
            .json("{\"reason\":\"对方不接收\"}")
            .passing(409),
        Example.of("POST " + ONE + "/urges").with("id", held.id()).passing(409),
        Example.of("POST " + ONE + "/withdrawal")
            .with("id", fresh.id())
            .json("{\"reason\":\"SOLVED_MEANWHILE\"}")
            .passing(409),
        Example.of("GET /intake/api/knowledge"),
        Example.of("POST /intake/api/knowledge").json(json(Knowledge.form("cg", "身份证丢失补领"))),
        Example.of("POST /intake/api/knowledge-imports")
            .body("text/csv", as(Role.CLERK).get("/api/knowledge-imports/template").asString()),
        Example.of("POST /intake/api/knowledge-searches").json("{\"q\":\"身份证\",\"limit\":5}"),
        Example.of("GET /intake/api/knowledge/figures"),
        Example.of("GET /intake/api/knowledge/figures/reviews"),
        Example.of("GET /intake/api/knowledge/figures/answers"),
        Example.of("GET " + ITEM).with("code", item).showing("路灯报修"),
        Example.of("GET " + ITEM + "/versions/{version}")
            .with("code", item)
            .with("version", 1)
            .showing("路灯报修"),
        Example.of("GET " + ITEM + "/reports").with("code", item),
        Example.of("POST " + ITEM + "/reports")
            .with("code", item)
            .json("{\"version\":1,\"reason\":\"OUTDATED\"}"),
        Example.of("POST " + ITEM + "/reports/{id}/decision")
            .with("code", Knowledge.published("cg", "供暖时间"))
            .with("id", Knowledge.reported("供暖时间"))
            .version(3)
            .json("{\"decision\":\"NOT_WRONG\",\"reason\":\"与现行规定一致\"}")
            .passing(409),
        Example.of("POST " + ITEM + "/draft")
            .with("code", Knowledge.drafted("cg", "停水通知"))
            .version(1)
            .json(json(Knowledge.form(null, "停水通知"))),
        Example.of("POST " + ITEM + "/submission")
            .with("code", Knowledge.drafted("cg", "公交卡办理"))
            .version(1)
            .passing(409),
        Example.of("POST " + ITEM + "/publication")
            .with("code", Knowledge.submitted("cg", "垃圾分类"))
            .version(2)
            .passing(409),
        Example.of("POST " + ITEM + "/return")
            .with("code", Knowledge.submitted("cg", "养犬登记"))
            .version(2)
            .json("{\"reason\":\"请补充办理时限\"}")
            .passing(409),
        Example.of("POST " + ITEM + "/retirement")
            .with("code", Knowledge.published("cg", "临时占道"))
            .version(3)
            .json("{\"reason\":\"规定已废止\"}")
            .passing(409),
        Example.of("POST " + ITEM + "/review")
            .with("code", Knowledge.published("cg", "户外广告"))
            .version(3)
            .json("{\"reviewBy\":\"%s\"}".formatted(Knowledge.inDays(200))),
        Example.of("GET /intake/api/texting"),
        Example.of("POST /intake/api/texting/messages/{id}/sending")
            .with("id", java.util.UUID.randomUUID())
            .passing(404),
        Example.of("GET /intake/api/reference/places/{code}").with("code", "370281001"),
        track("", 1, tracked, ""),
        track("/supplements", 2, tracked, ",\"text\":\"又坏了一盏\""),
        track("/urges", 3, tracked, "").passing(409),
        track("/withdrawal", 4, tracked, ",\"reason\":\"MISTAKE\"").passing(409),
        track("/reopening", 5, tracked, ",\"reason\":\"CAME_BACK\"").passing(409),
        track(
                "/rating",
                6,
                tracked,
                ",\"round\":1,\"responded\":\"YES\",\"solved\":\"YES\",\"satisfied\":\"YES\",\"requestTrue\":\"YES\"")
            .passing(409));
  }

  private static String incident() {
    return as(Role.SHIFT_LEAD)
        .body(
            Map.of(
                "parentCase",
                registered(form()).caseNo(),
                "name",
                "主管爆裂",
                "area",
                "泰山路沿线",
                "script",
                "正在抢修。"))
        .post("/api/incidents")
        .then()
        .statusCode(201)
        .extract()
        .path("incident.id");
  }

  private static Example disclosure(Known known) {
    return Example.of(DISCLOSE).with("id", known.id()).json("{\"reason\":\"核实情况\"}").showing(PHONE);
  }

  /** Each from an address of its own: one address may ask only so often. */
  private static Example track(String act, int client, Known known, String more) {
    return Example.of("POST " + TRACK + act)
        .header("X-Forwarded-For", "10.0.0." + client)
        .json(
            "{\"caseNo\":\"%s\",\"queryCode\":\"%s\"%s}"
                .formatted(known.caseNo(), known.queryCode(), more));
  }

  private static String someMobile() {
    return "139%08d".formatted(ThreadLocalRandom.current().nextInt(100_000_000));
  }

  /** By somebody else than who is asked whether a mark may be decided. */
  private static String markedCaller(String kind) {
    return with(TestTokens.forRole(Role.OPERATOR, "center", "/center", "another-operator"))
        .body(Map.of("phone", someMobile(), "kind", kind, "need", "DEAF", "reason", "多次来电"))
        .post("/api/caller-marks")
        .then()
        .statusCode(201)
        .extract()
        .path("id");
  }

  /** A form whose reporter would be found wherever it leaks to. */
  static Map<String, Object> marked() {
    Map<String, Object> form = form();
    form.put("reporter", reporter(REPORTER, PHONE));
    return form;
  }

  private static Map<String, Object> onPaper(Instant receivedAt) {
    Map<String, Object> form = marked();
    form.put("receivedAt", receivedAt.toString());
    return form;
  }

  private static String json(Map<String, Object> form) throws Exception {
    return JSON.writeValueAsString(form);
  }

  private void say(Known known, LifecycleEvent... events) {
    log.say(known.id(), known.caseNo(), Source.DISPATCH, events);
  }

  private static Instant someMinute(Instant now) {
    return now.truncatedTo(ChronoUnit.MINUTES)
        .minus(Duration.ofMinutes(ThreadLocalRandom.current().nextLong(20 * 60, 70 * 60)));
  }

  private static String changeover(Instant now) {
    return "{\"system\":\"旧热线\",\"cutOver\":\"%s\",\"latestDue\":\"%s\",\"endsAt\":\"%s\"}"
        .formatted(now.minusSeconds(86_400), now.plusSeconds(864_000), now.plusSeconds(86_400));
  }

  private static String openedChangeover(Instant now) {
    // Not by who is asked whether a shift lead may confirm it.
    return with(TestTokens.forRole(Role.SHIFT_LEAD, "center", "/center", "another-lead"))
        .body(changeover(now))
        .post("/api/changeovers")
        .then()
        .statusCode(201)
        .extract()
        .path("id");
  }
}
