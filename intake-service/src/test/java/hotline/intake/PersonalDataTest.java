package hotline.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import hotline.access.Role;
import hotline.lifecycle.EventCodec;
import hotline.lifecycle.PublicReply;
import hotline.lifecycle.Source;
import hotline.lifecycle.Topics;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

@QuarkusTest
class PersonalDataTest extends IntakeTest {
  private static final String NAME = "欧阳示例标";
  private static final String PHONE = "13700007531";
  private static final String OTHER_PHONE = "053285557531";
  private static final String IN_TEXT = "13700008642";
  private static final String IDENTITY = "370202199001017531";
  private static final String MAIL = "marker.person@example.com";
  private static final List<String> MARKERS =
      List.of(NAME, PHONE, OTHER_PHONE, "85557531", IN_TEXT, IDENTITY, MAIL);

  @Test
  void who_reported_is_found_in_the_vault_only_and_there_only_with_the_key() {
    Queue<String> logged = new ConcurrentLinkedQueue<>();
    Handler listener = listener(logged);
    Logger.getLogger("").addHandler(listener);
    try {
      Known known = liveThrough();
      await().atMost(SOON).until(() -> log.read(Topics.CASE_LIFECYCLE, known.id()).size() >= 6);
      await().atMost(SOON).until(() -> count("outbox") == 0);

      for (String marker : MARKERS) {
        assertThat(tables()).allSatisfy((table, rows) -> assertHidden(marker, table, rows));
        for (String topic :
            List.of(Topics.CASE_LIFECYCLE, Topics.CASE_FILE, Topics.deadLetter(Source.INTAKE))) {
          assertThat(log.readAll(topic))
              .as(topic)
              .noneMatch(entry -> entry.toString().contains(marker));
        }
        assertThat(logged).as("log").noneMatch(line -> line.contains(marker));
      }
      assertThat(logged).as("the log was listened to").isNotEmpty();
    } finally {
      Logger.getLogger("").removeHandler(listener);
    }
  }

  /** A case with every kind of act, refusals and poison among them. */
  private Known liveThrough() {
    Map<String, Object> form = form();
    form.put("title", "联系" + IN_TEXT);
    form.put("content", "我是" + NAME + "，身份证" + IDENTITY + "，电话" + IN_TEXT + "，邮箱" + MAIL);
    form.put("demand", "请回电" + PHONE);
    form.put("address", NAME + "家，座机" + OTHER_PHONE);
    Map<String, Object> reporter = reporter(NAME, PHONE);
    reporter.put("altPhone", "0532-8555 7531");
    form.put("reporter", reporter);
    Known known = accepted(form);
    answeredAtOnce(form);
    takenApart(form);

    OtherServices others = new OtherServices("cg");
    log.say(known.id(), known.caseNo(), Source.DISPATCH, others.dispatched());
    awaitHeld(known);
    act(Role.OPERATOR, known, "supplements", 0, Map.of("text", NAME + "补充：" + MAIL + " " + PHONE))
        .statusCode(200);
    as(Role.CLERK, "cg")
        .body(Map.of("reason", "致电" + PHONE + "核实"))
        .post("/api/cases/" + known.id() + "/contact-disclosures")
        .then()
        .statusCode(200);
    as(Role.CLERK, "zj")
        .body(Map.of("reason", "致电" + PHONE))
        .post("/api/cases/" + known.id() + "/contact-disclosures")
        .then()
        .statusCode(403);
    as(Role.OPERATOR).body(Map.of("q", PHONE)).post("/api/case-searches").then().statusCode(200);
    as(Role.OPERATOR).queryParam("q", PHONE).get("/api/cases").then().statusCode(400);
    form.put("kind", "wrong");
    as(Role.OPERATOR).body(form).post("/api/cases").then().statusCode(400);
    as(Role.OPERATOR)
        .body("{\"reporter\":\"" + NAME + PHONE)
        .post("/api/cases")
        .then()
        .statusCode(400);
    act(Role.OPERATOR, known, "urges", 0, "{}").statusCode(200);
    as(Role.SCREENER)
        .header(
            "If-Match",
            "\"" + as(Role.SCREENER).get("/api/cases/" + known.id()).path("version") + "\"")
        .body(
            Map.of("reason", NAME + "来电" + PHONE, "title", "请联系" + IN_TEXT, "demand", NAME + MAIL))
        .post("/api/cases/" + known.id() + "/corrections")
        .then()
        .statusCode(200);
    answeredByTheUnit(known);
    act(Role.OPERATOR, known, "withdrawal", 0, Map.of("reason", "MISTAKE")).statusCode(200);
    // A second dispatch of a case that is dispatched: parked, with its record kept as it was.
    log.say(known.id(), known.caseNo(), Source.DISPATCH, others.dispatched()[1]);
    await().atMost(SOON).until(() -> count("parked_record WHERE key = '" + known.id() + "'") == 1);
    return known;
  }

  /** A unit names whom it has called; dispatch passes on what the unit wrote, masked by nobody. */
  private void answeredByTheUnit(Known known) {
    String words =
        NAME
            + "您好，已致电"
            + PHONE
            + "、"
            + OTHER_PHONE
            + "、"
            + IN_TEXT
            + "，证号"
            + IDENTITY
            + "，邮箱"
            + MAIL;
    Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    log.write(
        Topics.PUBLIC_REPLY,
        known.id().toString(),
        EventCodec.stateHeaders(
            UUID.randomUUID(), PublicReply.TYPE, Source.DISPATCH, known.caseNo(), now),
        EventCodec.write(
            new PublicReply(
                known.id(),
                known.caseNo(),
                1,
                List.of(new PublicReply.Answer(1, "cg", false, now, now, words)),
                List.of(),
                now)));
    await()
        .atMost(SOON)
        .until(
            () ->
                count("public_reply WHERE text IS NOT NULL AND case_id = '" + known.id() + "'")
                    == 1);
    String told =
        citizen()
            .body(Map.of("caseNo", known.caseNo(), "queryCode", known.queryCode()))
            .post("/api/track")
            .then()
            .statusCode(200)
            .extract()
            .path("replies[0].text");
    assertThat(told).contains("您好，已致电137****7531");
    assertThat(MARKERS).noneMatch(told::contains);
  }

  /** Whoever answers says names and numbers too, and may put one where a code belongs. */
  private static void answeredAtOnce(Map<String, Object> form) {
    Map<String, Object> question = new LinkedHashMap<>(form);
    question.put("kind", "CONSULTATION");
    Known asked = registered(question);
    String words = NAME + "您好，已致电" + PHONE + "，邮件发至" + MAIL;
    act(
            Role.OPERATOR,
            asked,
            "direct-answer",
            1,
            Map.of("answer", words, "knowledgeItem", PHONE, "knowledgeVersion", "7"))
        .statusCode(400);
    act(Role.OPERATOR, asked, "direct-answer", 1, Map.of("answer", words)).statusCode(200);
  }

  /** What a citizen says of a second matter holds names and numbers as well. */
  private static void takenApart(Map<String, Object> form) {
    Known call = registered(form);
    Map<String, Object> demand =
        Map.of(
            "title", "另有一事，联系" + IN_TEXT,
            "content", "我是" + NAME + "，身份证" + IDENTITY + "，邮箱" + MAIL,
            "demand", "请回电" + PHONE,
            "address", NAME + "家，座机" + OTHER_PHONE);
    Map<String, Object> kept = Map.of("content", "只说第一件，电话" + PHONE);
    act(Role.SCREENER, call, "split", 1, Map.of("kept", kept, "demands", List.of(demand, Map.of())))
        .statusCode(400);
    act(Role.SCREENER, call, "split", 1, Map.of("kept", kept, "demands", List.of(demand)))
        .statusCode(200);
  }

  private Map<String, String> tables() {
    String names =
        text(
            "SELECT string_agg(table_name, ',') FROM information_schema.tables"
                + " WHERE table_schema = 'public' AND table_type = 'BASE TABLE'");
    Map<String, String> tables = new java.util.TreeMap<>();
    for (String table : names.split(",")) {
      String rows = text("SELECT string_agg(t::text, chr(10)) FROM \"" + table + "\" t");
      tables.put(table, rows == null ? "" : rows);
    }
    assertThat(tables).containsKeys("hotline_case", "vault_contact", "kept_answer", "access_log");
    assertThat(tables.get("vault_contact")).isNotEmpty();
    assertThat(tables.get("vault_text")).isNotEmpty();
    return tables;
  }

  private static void assertHidden(String marker, String table, String rows) {
    String hex = HexFormat.of().formatHex(marker.getBytes(StandardCharsets.UTF_8));
    assertThat(rows.contains(marker) || rows.contains(hex))
        .as("%s in table %s", marker, table)
        .isFalse();
  }

  private static Handler listener(Queue<String> logged) {
    return new Handler() {
      @Override
      public void publish(LogRecord record) {
        logged.add(
            record.getMessage()
                + Stream.ofNullable(record.getParameters()).flatMap(Stream::of).toList()
                + record.getThrown());
      }

      @Override
      public void flush() {}

      @Override
      public void close() {}
    };
  }
}
