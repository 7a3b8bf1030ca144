package hotline.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import hotline.access.Role;
import hotline.intake.replies.PublicReplyHandler;
import hotline.lifecycle.CaseStatus;
import hotline.lifecycle.ClosedBy;
import hotline.lifecycle.EventCodec;
import hotline.lifecycle.PublicReply;
import hotline.lifecycle.PublicReply.Answer;
import hotline.lifecycle.RatedVia;
import hotline.lifecycle.Source;
import hotline.lifecycle.Topics;
import hotline.relay.Incoming;
import hotline.relay.quarkus.JtaTransactions;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The citizen reads what the unit answered (公开答复), and nothing that is not the citizen's. */
@QuarkusTest
class PublicReplyTest extends IntakeTest {
  private static final Instant PASSED = Instant.now().truncatedTo(ChronoUnit.SECONDS);

  private final OtherServices others = new OtherServices("cg");

  @Inject PublicReplyHandler handler;
  @Inject JtaTransactions transactions;

  @Test
  void the_citizen_reads_the_reply_with_unit_round_and_time_while_it_is_to_be_rated() {
    Known known = accepted();
    handled(known);
    answered(known, 1, List.of(), answer(1, "王示例您好，路灯已修复，详询 0532-88886666，经办 13900005678。"));

    awaitReplies(known, 1)
        .body("replies[0].text", is("王**您好，路灯已修复，详询 0532-88886666，经办 139****5678。"))
        .body("replies[0].round", is(1))
        .body("replies[0].unitZh", is("城市管理局"))
        .body("replies[0].unitEn", is("Urban management"))
        .body("replies[0].withMain", is(false))
        .body("replies[0].answeredAt", is(PASSED.toString()));
    log.say(known.id(), known.caseNo(), Source.EVALUATION, others.callbackOpened(1));
    await().atMost(SOON).untilAsserted(() -> track(known).body("rating.state", is("OPEN")));
    track(known).body("replies.round", contains(1)).body("rating.round", is(1));
  }

  @Test
  void it_may_be_heard_before_the_event_that_speaks_of_it_and_more_than_once() throws Exception {
    Known known = accepted();
    answered(known, 1, List.of(), answer(1, "已修复。"));
    awaitReplies(known, 1);
    handled(known);
    awaitStatus(known, CaseStatus.PENDING_CALLBACK);
    track(known).body("replies.text", contains("已修复。"));

    answered(known, 2, List.of(), answer(1, "已修复。"), answer(2, "第二轮已返工。"));
    awaitReplies(known, 2);
    // What was read stays as it was, whatever comes again.
    heard(known, reply(known.id(), 1, List.of(), answer(1, "已修复。")));
    heard(known, reply(known.id(), 2, List.of(), answer(1, "别的话。"), answer(2, "第二轮已返工。")));
    track(known).body("replies.text", contains("已修复。", "第二轮已返工。"));
  }

  @Test
  void who_is_answered_with_another_learns_neither_who_that_is_nor_who_else_asked() {
    Map<String, Object> form = form();
    form.put("reporter", reporter("文明", "0532-85551234"));
    Known main = accepted(form);
    form.put("reporter", reporter("赵甲乙", "13700001111"));
    Known third = accepted(form);
    Known known = accepted();
    answered(
        known,
        1,
        List.of(main.id(), third.id()),
        new Answer(1, "cg", true, PASSED, PASSED, "文明先生、赵甲乙反映的路灯已修复，已致电 0532-85551234。创建文明城市。"));

    awaitReplies(known, 1)
        .body("replies[0].text", is("***先生、***反映的路灯已修复，已致电 ***。创建文明城市。"))
        .body("replies[0].withMain", is(true));
    // The main one's own citizen: a name that is a word as well goes where it says who.
    answered(main, 1, List.of(known.id()), answer(1, "文明先生，王示例也反映。创建文明城市。"));
    awaitReplies(main, 1).body("replies[0].text", is("文**先生，***也反映。创建文明城市。"));
  }

  @Test
  void nobody_reads_a_reply_out_of_which_a_name_can_no_longer_be_taken() {
    Known main = accepted();
    Known known = accepted();
    execute("DELETE FROM vault_contact WHERE case_id = '" + main.id() + "'");
    answered(known, 1, List.of(main.id()), answer(1, "王示例反映的已修复。"));
    answered(main, 1, List.of(), answer(1, "王示例反映的已修复。"));
    await().atMost(SOON).until(() -> rows(known) == 1 && rows(main) == 1);

    track(known).body("replies", empty());
    assertThat(
            text(
                "SELECT string_agg(text, '') FROM public_reply WHERE case_id IN ('%s', '%s')"
                    .formatted(known.id(), main.id())))
        .isNull();
  }

  @Test
  void a_round_that_is_no_longer_said_in_words_is_known_and_stays_as_it_was_heard()
      throws Exception {
    Known known = accepted();
    heard(known, reply(known.id(), 1, List.of(), answer(1, "已修复。")));
    heard(known, reply(known.id(), 2, List.of(), answer(1, null), answer(2, null)));
    assertThat(rows(known)).isEqualTo(2);
    track(known).body("replies.text", contains("已修复。"));
  }

  @Test
  void who_took_the_request_back_is_told_no_answer_and_neither_is_who_reads_for_the_citizen() {
    Known known = accepted();
    log.say(known.id(), known.caseNo(), Source.DISPATCH, others.dispatched());
    awaitHeld(known);
    act(Role.OPERATOR, known, "withdrawal", 0, Map.of("reason", "MISTAKE")).statusCode(200);
    answered(known, 1, List.of(), answer(1, "已修复。"));
    await().atMost(SOON).until(() -> rows(known) == 1);

    track(known).body("status", is("WITHDRAWN")).body("replies", empty());
    caseAs(Role.OPERATOR, known).body("publicReplies", empty());
  }

  @Test
  void a_tombstone_erases_what_was_answered_for_good() throws Exception {
    Known known = accepted();
    answered(known, 1, List.of(), answer(1, "已修复。"));
    awaitReplies(known, 1);
    erased(known);
    await().atMost(SOON).until(() -> rows(known) == 0);
    track(known).body("replies", empty());

    heard(known, reply(known.id(), 2, List.of(), answer(1, "已修复。"), answer(2, "又修复。")));
    heard(known, null);
    assertThat(rows(known)).isZero();
  }

  @Test
  void who_calls_reads_the_words_but_not_whose_they_are_until_the_answer_is_stored() {
    Known known = accepted();
    handled(known);
    awaitStatus(known, CaseStatus.PENDING_CALLBACK);
    answered(known, 1, List.of(), answer(1, "已修复。"));
    awaitReplies(known, 1);
    for (Role role : List.of(Role.CALLBACK_AGENT, Role.CALLBACK_LEAD)) {
      caseAs(role, known)
          .body("publicReplies[0].text", is("已修复。"))
          .body("publicReplies[0].unitName", nullValue());
    }
    log.say(
        known.id(),
        known.caseNo(),
        Source.EVALUATION,
        others.callbackOpened(1),
        others.recorded(RatedVia.AGENT),
        others.closed(ClosedBy.EVALUATED));
    awaitStatus(known, CaseStatus.CLOSED);
    caseAs(Role.CALLBACK_AGENT, known).body("publicReplies[0].unitName", is("城市管理局"));
  }

  @Test
  void the_centre_reads_it_to_the_citizen_and_a_confidential_one_only_who_may_know_who_asked() {
    Known known = accepted();
    handled(known);
    answered(known, 1, List.of(), answer(1, "王示例您好，已修复。"));
    awaitReplies(known, 1);
    for (Role role : List.of(Role.OPERATOR, Role.DISPATCHER)) {
      caseAs(role, known)
          .body("publicReplies", hasSize(1))
          .body("publicReplies[0].text", is("王**您好，已修复。"))
          .body("publicReplies[0].unitName", is("城市管理局"))
          .body("publicReplies[0].round", is(1));
    }
    as(Role.CLERK, "cg")
        .get("/api/cases/" + known.id())
        .then()
        .statusCode(200)
        .body("publicReplies", empty());

    Map<String, Object> form = form();
    Map<String, Object> reporter = reporter("王示例", "13800001234");
    reporter.put("confidential", true);
    form.put("reporter", reporter);
    Known confidential = accepted(form);
    answered(confidential, 1, List.of(), answer(1, "您家门前的路灯已修复。"));
    awaitReplies(confidential, 1);
    caseAs(Role.OPERATOR, confidential).body("publicReplies", hasSize(1));
    caseAs(Role.DISPATCHER, confidential).body("publicReplies", empty());
    caseAs(Role.SUPERVISOR, confidential).body("publicReplies", empty());
  }

  @Test
  void without_a_reply_the_page_is_as_before() {
    Known known = accepted();
    handled(known);
    awaitStatus(known, CaseStatus.PENDING_CALLBACK);
    track(known)
        .body("replies", empty())
        .body("directAnswer", nullValue())
        .body("steps.zh", not(empty()));
  }

  @Test
  void a_record_that_cannot_be_read_parks_its_case_alone_and_shows_its_words_nowhere() {
    Known known = accepted();
    String broken = "{\"caseId\":\"" + known.id() + "\",\"answers\":[{\"text\":\"王示例\"}]}";
    write(known.id().toString(), broken.getBytes(StandardCharsets.UTF_8), known.caseNo());
    Known other = accepted();
    answered(other, 1, List.of(), answer(1, "已修复。"));
    awaitReplies(other, 1);
    UUID stranger = UUID.randomUUID();
    write(stranger.toString(), EventCodec.write(reply(stranger, 1, List.of())), "x");

    for (String key : List.of(known.id().toString(), stranger.toString())) {
      await().atMost(SOON).until(() -> count("parked_key WHERE key = '" + key + "'") == 1);
    }
    as(Role.SYSTEM_ADMIN)
        .get("/api/parked-cases/" + known.id())
        .then()
        .statusCode(200)
        .body("records[0].error", is("UNREADABLE"))
        .body(not(containsString("王示例")));
    assertThat(log.readAll(Topics.deadLetter(Source.INTAKE)))
        .noneMatch(entry -> entry.toString().contains("王示例"));
    erased(known);
    await()
        .atMost(SOON)
        .until(
            () ->
                count("parked_record WHERE value IS NOT NULL AND key = '" + known.id() + "'") == 0);
  }

  @Test
  void a_poll_of_replies_takes_the_same_statements_however_many() throws Exception {
    Known main = accepted();
    List<Known> many = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      many.add(accepted());
    }
    // Which cases are known, who reported them, the rows.
    assertThat(statements(main, many.subList(0, 1))).hasSize(3);
    assertThat(statements(main, many.subList(1, 6))).hasSize(3);
  }

  @Test
  void the_own_page_reads_the_replies_with_one_statement_and_a_unit_with_none() {
    Known known = accepted();
    handled(known);
    answered(known, 2, List.of(), answer(1, "已修复。"), answer(2, "又修复。"));
    awaitReplies(known, 2);
    awaitStatus(known, CaseStatus.PENDING_CALLBACK);
    assertThat(CountingDriver.counted(() -> track(known)))
        .filteredOn(sql -> sql.contains("public_reply"))
        .hasSize(1);
    assertThat(
            CountingDriver.counted(
                () -> as(Role.CLERK, "cg").get("/api/cases/" + known.id()).then().statusCode(200)))
        .isNotEmpty()
        .noneMatch(sql -> sql.contains("public_reply"));
  }

  private List<String> statements(Known main, List<Known> of) throws Exception {
    List<Incoming> poll =
        of.stream()
            .map(one -> incoming(one, reply(one.id(), 1, List.of(main.id()), answer(1, "已修复。"))))
            .toList();
    return CountingDriver.countedHere(() -> hear(poll));
  }

  /** A record that comes again, seen to when this returns; a tombstone where it says nothing. */
  private void heard(Known known, PublicReply reply) throws Exception {
    hear(List.of(incoming(known, reply)));
  }

  private Object hear(List<Incoming> poll) throws Exception {
    return transactions.call(
        tx -> {
          handler.apply(tx, poll);
          return null;
        });
  }

  private static Incoming incoming(Known known, PublicReply reply) {
    return new Incoming(
        Topics.PUBLIC_REPLY,
        0,
        1,
        known.id().toString(),
        Map.of(),
        reply == null ? null : EventCodec.write(reply));
  }

  private static Answer answer(int round, String text) {
    return new Answer(round, "cg", false, PASSED.minusSeconds(60), PASSED, text);
  }

  private static PublicReply reply(UUID of, long version, List<UUID> with, Answer... answers) {
    return new PublicReply(of, "1", version, List.of(answers), with, PASSED);
  }

  private void answered(Known known, long version, List<UUID> with, Answer... answers) {
    write(
        known.id().toString(),
        EventCodec.write(reply(known.id(), version, with, answers)),
        known.caseNo());
  }

  private void erased(Known known) {
    write(known.id().toString(), null, known.caseNo());
  }

  private void write(String key, byte[] value, String caseNo) {
    log.write(
        Topics.PUBLIC_REPLY,
        key,
        EventCodec.stateHeaders(
            UUID.randomUUID(), PublicReply.TYPE, Source.DISPATCH, caseNo, Instant.now()),
        value);
  }

  private void handled(Known known) {
    log.say(known.id(), known.caseNo(), Source.DISPATCH, others.dispatched());
    log.say(known.id(), known.caseNo(), Source.DISPATCH, others.signed());
    log.say(known.id(), known.caseNo(), Source.DISPATCH, others.replied());
    log.say(known.id(), known.caseNo(), Source.DISPATCH, others.completed());
  }

  private ValidatableResponse awaitReplies(Known known, int count) {
    await().atMost(SOON).until(() -> rows(known) == count);
    return track(known).body("replies", hasSize(count));
  }

  private long rows(Known known) {
    return count("public_reply WHERE case_id = '" + known.id() + "'");
  }

  private static ValidatableResponse track(Known known) {
    return citizen()
        .body(Map.of("caseNo", known.caseNo(), "queryCode", known.queryCode()))
        .post("/api/track")
        .then()
        .statusCode(200);
  }

  private static ValidatableResponse caseAs(Role role, Known known) {
    return as(role).get("/api/cases/" + known.id()).then().statusCode(200);
  }
}
