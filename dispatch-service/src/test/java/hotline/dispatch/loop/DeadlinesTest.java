package hotline.dispatch.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import hotline.dispatch.loop.OtherServices.Known;
import hotline.lifecycle.AssignmentSigned;
import hotline.lifecycle.CaseKind;
import hotline.lifecycle.DeadlineApproaching;
import hotline.lifecycle.DeadlineChange;
import hotline.lifecycle.DeadlineKind;
import hotline.lifecycle.DeadlineMissed;
import hotline.lifecycle.DeadlineMoved;
import hotline.lifecycle.EventType;
import hotline.lifecycle.Fact;
import hotline.lifecycle.Urgency;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Clocks run out once, and the inbox shows how pressing they are. */
@QuarkusTest
@WithTestResource(DispatchServers.class)
class DeadlinesTest {

  @Inject OtherServices others;
  @Inject TheLog log;
  @Inject MovedClock clock;

  @Test
  void a_clock_that_runs_out_is_said_once_and_what_follows_is_late() {
    Known known = others.accepted(OtherServices.ROADS, CaseKind.HELP, Urgency.CRITICAL, null);
    UUID task = Desk.awaitTask(known.caseId(), 1);
    Instant due = Instant.parse(Desk.task(task).getString("signDue"));
    assertThat(Duration.between(clock.instant(), due)).isEqualTo(Duration.ofMinutes(15));
    assertThat(Desk.task(task).getString("light")).isEqualTo("GREEN");

    clock.moveBy(Duration.ofMinutes(10));
    assertThat(Desk.task(task).getString("light")).isEqualTo("YELLOW");
    List<Fact> facts = log.awaitLast(known.caseId(), EventType.DEADLINE_APPROACHING);
    DeadlineApproaching approaching = (DeadlineApproaching) last(facts).event();
    assertThat(approaching.deadline()).isEqualTo(DeadlineKind.SIGN);
    assertThat(approaching.dueAt()).isEqualTo(due);
    clock.moveBy(Duration.ofMinutes(6));

    facts = log.awaitLast(known.caseId(), EventType.DEADLINE_MISSED);
    DeadlineMissed missed = (DeadlineMissed) facts.get(facts.size() - 1).event();
    assertThat(missed.deadline()).isEqualTo(DeadlineKind.SIGN);
    assertThat(missed.dueAt()).isEqualTo(due);
    JsonPath overdue =
        Desk.clerk().get("/api/assignments?tab=overdue&limit=200").then().extract().jsonPath();
    String item = "items.find { it.assignmentId == '" + task + "' }";
    assertThat(overdue.getString(item + ".light")).isEqualTo("RED");
    assertThat(overdue.getBoolean(item + ".nextDeadline.overdue")).isTrue();
    assertThat(overdue.getLong(item + ".nextDeadline.remainingMinutes")).isEqualTo(-1);
    assertThat(overdue.getLong("count")).isEqualTo(overdue.getLong("counts.overdue"));

    // A form that was opened before the clock ran out still holds.
    Desk.sign(Desk.clerk(), task, 0).then().statusCode(200).body("late", equalTo(true));
    AssignmentSigned signed =
        (AssignmentSigned) last(log.awaitLast(known.caseId(), EventType.ASSIGNMENT_SIGNED)).event();
    assertThat(signed.late()).isTrue();
    assertThat(signed.signDue()).isEqualTo(due);

    // The first contact is due an hour after the dispatch: the same timer has moved on to it.
    clock.moveBy(Duration.ofMinutes(50));
    facts = log.awaitLast(known.caseId(), EventType.DEADLINE_MISSED);
    assertThat(
            facts.stream()
                .filter(fact -> fact.event() instanceof DeadlineMissed)
                .map(fact -> ((DeadlineMissed) fact.event()).deadline()))
        .containsExactly(DeadlineKind.SIGN, DeadlineKind.CONTACT);
    assertThat(facts)
        .as("one word for each due time that came near, the later ones of its own")
        .filteredOn(fact -> fact.event() instanceof DeadlineApproaching)
        .extracting(fact -> ((DeadlineApproaching) fact.event()).deadline())
        .doesNotHaveDuplicates();
  }

  @Test
  void a_clock_that_was_stopped_in_time_stays_silent() {
    Known known = others.accepted(OtherServices.ROADS, CaseKind.HELP, Urgency.CRITICAL, null);
    UUID task = Desk.awaitTask(known.caseId(), 1);
    Desk.sign(Desk.clerk(), task, 0).then().statusCode(200).body("late", equalTo(false));
    Desk.contact(Desk.clerk(), task, 1).then().statusCode(200).body("late", equalTo(false));
    Known witness = others.accepted(OtherServices.ROADS, CaseKind.HELP, Urgency.CRITICAL, null);
    Desk.awaitTask(witness.caseId(), 1);

    clock.moveBy(Duration.ofMinutes(20));

    log.awaitLast(witness.caseId(), EventType.DEADLINE_MISSED);
    assertThat(last(log.factsOf(known.caseId())).event().type())
        .isEqualTo(EventType.ASSIGNMENT_CONTACT_ATTEMPTED);
  }

  @Test
  void two_timers_of_a_case_that_fire_together_number_their_facts_one_after_the_other() {
    Known known = others.accepted(OtherServices.ROADS, CaseKind.HELP, Urgency.CRITICAL, null);
    Desk.awaitTask(known.caseId(), 1);

    // Unsigned after its quarter of an hour, and after half an hour a matter for the next tier.
    clock.moveBy(Duration.ofMinutes(40));

    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(
            () ->
                assertThat(log.factsOf(known.caseId()).stream().map(fact -> fact.event().type()))
                    .contains(EventType.DEADLINE_MISSED, EventType.CASE_ESCALATED));
    List<Long> numbers =
        log.factsOf(known.caseId()).stream().map(fact -> fact.envelope().sequence()).toList();
    assertThat(numbers).isEqualTo(LongStream.rangeClosed(1, numbers.size()).boxed().toList());
  }

  @Test
  void a_corrected_kind_moves_the_clocks_of_open_tasks_and_their_unit_reads_what_is_right() {
    Known known = others.accepted(OtherServices.ROADS);
    UUID task = Desk.awaitTask(known.caseId(), 1);
    JsonPath before = Desk.task(task);
    assertThat(before.getString("correctedAt")).isNull();

    others.file(known, 2, "井盖松动", null, false);
    others.corrected(known, CaseKind.REPORT, Urgency.NORMAL, OtherServices.STREET);

    List<Fact> facts = log.awaitLast(known.caseId(), EventType.DEADLINE_MOVED);
    List<DeadlineMoved> moved =
        facts.stream()
            .filter(fact -> fact.event() instanceof DeadlineMoved)
            .map(fact -> (DeadlineMoved) fact.event())
            .toList();
    assertThat(moved)
        .extracting(DeadlineMoved::deadline)
        .containsExactly(DeadlineKind.CONTACT, DeadlineKind.REPLY);
    assertThat(moved).extracting(DeadlineMoved::change).containsOnly(DeadlineChange.CORRECTION);
    assertThat(last(facts).envelope().causationId()).isNotNull();
    JsonPath after = Desk.task(task);
    assertThat(Instant.parse(after.getString("replyDue"))).isEqualTo(moved.get(1).dueAt());
    assertThat(moved.get(1).dueBefore()).isEqualTo(Instant.parse(before.getString("replyDue")));
    assertThat(after.getString("kind")).isEqualTo("REPORT");
    assertThat(after.getString("categoryCode")).isEqualTo(OtherServices.STREET);
    assertThat(after.getString("title")).isEqualTo("井盖松动");
    assertThat(after.getString("correctedAt")).isNotNull();
    // Who was about to sign goes on: a clock that moves spoils no form.
    Desk.sign(Desk.clerk(), task, 0).then().statusCode(200);
  }

  @Test
  void a_clock_made_shorter_by_a_correction_runs_out_when_its_new_limit_does() {
    Known known = others.accepted(OtherServices.ROADS);
    UUID task = Desk.awaitTask(known.caseId(), 1);

    others.corrected(known, CaseKind.HELP, Urgency.CRITICAL, OtherServices.ROADS);
    log.awaitLast(known.caseId(), EventType.DEADLINE_MOVED);
    Instant due = Instant.parse(Desk.task(task).getString("signDue"));
    assertThat(Duration.between(Instant.parse(Desk.task(task).getString("createdAt")), due))
        .isEqualTo(Duration.ofMinutes(15));
    clock.moveBy(Duration.ofMinutes(16));

    List<Fact> facts = log.awaitLast(known.caseId(), EventType.DEADLINE_MISSED);
    assertThat(((DeadlineMissed) last(facts).event()).dueAt()).isEqualTo(due);
  }

  @Test
  void every_clock_explains_each_span_that_it_counted_and_skipped() {
    UUID task = Desk.awaitTask(others.accepted(OtherServices.ROADS).caseId(), 1);

    JsonPath deadlines =
        Desk.clerk()
            .get("/api/assignments/" + task + "/deadlines")
            .then()
            .statusCode(200)
            .extract()
            .jsonPath();
    assertThat(deadlines.getList("items.kind")).containsExactly("SIGN", "CONTACT", "REPLY");
    assertThat(deadlines.getList("items[2].explanation.spans.reason")).contains("WORK_TIME");
    assertThat(deadlines.getString("items[2].explanation.spans[0].zh")).isNotBlank();
    assertThat(deadlines.getString("items[2].limit")).isEqualTo("5wd");
  }

  private static Fact last(List<Fact> facts) {
    return facts.get(facts.size() - 1);
  }
}
