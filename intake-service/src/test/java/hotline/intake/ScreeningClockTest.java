package hotline.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import hotline.access.Role;
import hotline.calendar.DayOverride;
import hotline.calendar.WorkCalendar;
import hotline.calendar.WorkCalendarBuilder;
import hotline.lifecycle.CalendarInForce;
import hotline.lifecycle.EventCodec;
import hotline.lifecycle.EventType;
import hotline.lifecycle.Source;
import hotline.lifecycle.Topics;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A case that waits for its screening turns yellow, then red, and the log says so once each. */
@QuarkusTest
class ScreeningClockTest extends IntakeTest {

  @Inject LaterClock clock;

  @Test
  void a_case_that_nobody_screens_is_said_to_approach_and_then_to_be_late_once_each() {
    Known waiting = registered(critical());
    Known screened = registered(critical());
    assertThat(light(waiting)).isEqualTo("GREEN");
    act(Role.SCREENER, screened, "acceptance", 1, "{}").statusCode(200);

    clock.forward(Duration.ofMinutes(8));
    await().atMost(SOON).untilAsserted(() -> assertThat(words(waiting)).hasSize(1));
    assertThat(light(waiting)).isEqualTo("YELLOW");

    clock.forward(Duration.ofMinutes(8));
    await().atMost(SOON).untilAsserted(() -> assertThat(words(waiting)).hasSize(2));
    assertThat(words(waiting))
        .extracting(TheLog.Entry::type)
        .containsExactly(
            EventType.SCREENING_APPROACHING.wireName(), EventType.SCREENING_MISSED.wireName());
    assertThat(words(waiting)).extracting(TheLog.Entry::sequence).containsExactly(2L, 3L);
    assertThat(light(waiting)).isEqualTo("RED");

    // The screener who has had it open all the time goes on: the clock spoils nobody's form.
    act(Role.SCREENER, waiting, "acceptance", 1, "{}").statusCode(200);
    as(Role.SCREENER)
        .get("/api/cases/" + waiting.id())
        .then()
        .body("screening.light", is("NONE"))
        .body("screening.missed", is(true));
    as(Role.SUPERVISOR)
        .get("/api/cases/" + waiting.id() + "/clocks")
        .then()
        .body("items[0].limit", is("15nm"))
        .body("items[0].state", is("MET"))
        .body("items[0].late", is(true))
        .body("items[0].explanation.spans.size()", is(1));
    assertThat(words(screened)).as("of one that was screened in time").isEmpty();
  }

  @Test
  void a_newer_calendar_moves_the_due_time_of_what_waits_and_says_so() {
    Known waiting = registered();
    JsonPath before = clockOf(waiting);
    Instant due = Instant.parse(before.getString("items[0].dueAt"));
    WorkCalendar china = WorkCalendar.china();
    LocalDate off = china.dateOf(due);
    WorkCalendarBuilder changed = china.toBuilder().override(DayOverride.dayOff(off, "全市停电检修"));

    calendar(2, changed.build());

    await().atMost(SOON).untilAsserted(() -> assertThat(words(waiting)).isNotEmpty());
    TheLog.Entry moved = words(waiting).get(0);
    assertThat(moved.type()).isEqualTo(EventType.SCREENING_MOVED.wireName());
    JsonPath said = new JsonPath(moved.value());
    assertThat(Instant.parse(said.getString("dueBefore"))).isEqualTo(due);
    assertThat(Instant.parse(said.getString("screenDue"))).isAfter(due);
    JsonPath after = clockOf(waiting);
    assertThat(after.getString("items[0].dueAt")).isEqualTo(said.getString("screenDue"));
    assertThat(after.getList("items[0].explanation.spans.label")).contains("全市停电检修");
    // For the other tests of this service the year is the ordinary one again.
    calendar(3, china);
    await().atMost(SOON).until(() -> words(waiting).size() == 2);
  }

  @Test
  void a_case_from_before_the_clock_was_kept_has_none() {
    Known old = registered();
    text(
        "UPDATE hotline_case SET screen_limit = NULL, screen_due = NULL, screen_yellow = NULL,"
            + " screen_warned = NULL, screen_missed = NULL, screen_calendar = NULL WHERE id = '"
            + old.id()
            + "' RETURNING id");

    as(Role.SCREENER)
        .get("/api/cases/" + old.id())
        .then()
        .statusCode(200)
        .body("screening", nullValue());
    as(Role.SCREENER)
        .get("/api/cases/" + old.id() + "/clocks")
        .then()
        .statusCode(200)
        .body("items", empty());
    act(Role.SCREENER, old, "acceptance", 1, "{}").statusCode(200);
  }

  @Test
  void the_queue_shows_how_pressing_each_case_is() {
    Known waiting = registered(critical());

    as(Role.SCREENER)
        .get("/api/cases/screening-queue?limit=100")
        .then()
        .statusCode(200)
        .body("items.caseId", hasItem(waiting.id().toString()))
        .body("items.find { it.caseId == '" + waiting.id() + "' }.screenLight", is("GREEN"))
        .body("items.find { it.caseId == '" + waiting.id() + "' }.screenDue", containsString("T"));
  }

  private static Map<String, Object> critical() {
    Map<String, Object> form = form();
    form.put("urgency", "CRITICAL");
    return form;
  }

  private static String light(Known known) {
    return as(Role.SCREENER)
        .get("/api/cases/" + known.id())
        .jsonPath()
        .getString("screening.light");
  }

  private static JsonPath clockOf(Known known) {
    return as(Role.SCREENER).get("/api/cases/" + known.id() + "/clocks").jsonPath();
  }

  private List<TheLog.Entry> words(Known known) {
    return log.read(Topics.CASE_LIFECYCLE, known.id()).stream()
        .filter(entry -> entry.type().startsWith("hotline.screening."))
        .toList();
  }

  private void calendar(int version, WorkCalendar calendar) {
    log.write(
        Topics.CALENDAR,
        CalendarInForce.KEY,
        EventCodec.stateHeaders(
            UUID.randomUUID(),
            CalendarInForce.TYPE,
            Source.DISPATCH,
            CalendarInForce.KEY,
            clock.instant()),
        EventCodec.write(CalendarInForce.of(version, clock.instant(), calendar)));
  }
}
