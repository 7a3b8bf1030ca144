package hotline.evaluation.spotchecks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hotline.access.Actor;
import hotline.access.Invalid;
import hotline.access.Role;
import hotline.calendar.LimitRule;
import hotline.calendar.WorkCalendar;
import hotline.evaluation.callbacks.Callback;
import hotline.evaluation.callbacks.EndedCallbacks;
import hotline.evaluation.cases.HotlineCase;
import hotline.evaluation.cases.HotlineCaseExamples;
import hotline.lifecycle.Answer;
import hotline.lifecycle.SpotCheckBasis;
import hotline.lifecycle.SpotCheckDrawn;
import hotline.lifecycle.SpotCheckFinding;
import hotline.lifecycle.SpotCheckNotMade;
import hotline.lifecycle.SpotCheckObstacle;
import hotline.lifecycle.SpotCheckRecorded;
import hotline.relay.quarkus.CityCalendars;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SpotCheckTest {

  private static final Instant CLOSED = Instant.parse("2026-11-23T02:00:00Z");
  private static final Instant DRAWN = Instant.parse("2026-11-24T02:00:00Z");
  private static final Instant THERE = Instant.parse("2026-11-25T02:00:00Z");
  private static final Set<String> HANDS = Set.of("the handler", "the reviewer", "the agent");
  private static final Actor CHECKER = supervisor("checker", "/center");
  private static final Actor SECOND = supervisor("second", "/center");
  private static final CheckClock CLOCK =
      CheckClock.start(
          DRAWN, LimitRule.of("10wd"), new CityCalendars.InForce(0, WorkCalendar.china()));

  private final UUID draw = UUID.randomUUID();
  private final HotlineCase about = HotlineCaseExamples.closed(1);
  private final Callback closing = EndedCallbacks.rated(about, 1, CLOSED, CLOSED);
  private final SpotCheck check =
      SpotCheck.drawn(
          draw,
          SpotCheckBasis.PROPORTIONAL,
          about,
          closing,
          "01",
          Set.of(Signal.QUICK_REPLY),
          CLOCK,
          DRAWN);

  @Test
  void what_one_has_found_counts_when_another_has_signed() {
    assertThat(check.drawn())
        .isEqualTo(
            new SpotCheckDrawn(
                check.checkId(),
                draw,
                1,
                "cg",
                "/center/cg",
                SpotCheckBasis.PROPORTIONAL,
                CLOCK.due()));
    check.taken(CHECKER, about, HANDS, THERE);
    check.found(report(SpotCheckFinding.NOT_DONE), CHECKER, about, HANDS, THERE);
    assertThat(check.status()).isEqualTo(SpotCheckStatus.CONFIRMING);

    assertThatThrownBy(() -> check.confirmed(CHECKER, HANDS, THERE)).isInstanceOf(NoChecker.class);
    assertThat(check.confirmed(SECOND, HANDS, THERE))
        .isEqualTo(
            new SpotCheckRecorded(
                check.checkId(),
                draw,
                1,
                "cg",
                "/center/cg",
                SpotCheckBasis.PROPORTIONAL,
                SpotCheckFinding.NOT_DONE,
                Answer.NO,
                THERE));
    assertThat(check.status()).isEqualTo(SpotCheckStatus.RECORDED);
    assertThatThrownBy(() -> check.confirmed(SECOND, HANDS, THERE))
        .isInstanceOf(CheckNotThere.class);
  }

  @Test
  void a_check_that_cannot_be_made_is_signed_by_two_as_well_and_counts_as_that() {
    check.taken(CHECKER, about, HANDS, THERE);
    check.hindered(SpotCheckObstacle.NO_ACCESS, "院门上锁", CHECKER, about, HANDS, THERE);
    assertThat(check.confirmed(SECOND, HANDS, THERE))
        .isEqualTo(
            new SpotCheckNotMade(
                check.checkId(),
                draw,
                1,
                "cg",
                "/center/cg",
                SpotCheckBasis.PROPORTIONAL,
                SpotCheckObstacle.NO_ACCESS));
    assertThat(check.status()).isEqualTo(SpotCheckStatus.NOT_MADE);
  }

  @Test
  void a_supervisor_names_who_goes_there_and_neither_had_a_hand_in_it() {
    Checker chosen = new Checker("checker", "center", "/center", "核查一组", THERE);
    check.given(chosen, SECOND, about, HANDS, THERE);
    // Whom it was given to takes nothing over, and who named stays.
    check.taken(CHECKER, about, HANDS, THERE.plusSeconds(60));
    assertThat(check.namedBy()).isEqualTo(SECOND.userId());
    check.found(report(SpotCheckFinding.DONE), CHECKER, about, HANDS, THERE);
    assertThat(check.status()).isEqualTo(SpotCheckStatus.CONFIRMING);
    assertThatThrownBy(() -> check.given(chosen, SECOND, about, HANDS, THERE))
        .isInstanceOf(CheckNotThere.class);

    for (Checker partial :
        java.util.List.of(
            new Checker("the agent", "center", "/center", "x", THERE),
            new Checker("x", "cg1", "/center/cg/1", "x", THERE))) {
      assertThatThrownBy(() -> check.given(partial, SECOND, about, HANDS, THERE))
          .isInstanceOf(NoChecker.class);
    }
    assertThatThrownBy(
            () -> check.given(chosen, supervisor("the agent", "/center"), about, HANDS, THERE))
        .isInstanceOf(NoChecker.class);
  }

  @Test
  void nobody_is_offered_of_whom_nothing_was_seen_for_half_a_year() {
    Checker checker = new Checker("checker", "center", "/center", "核查一组 1 号", THERE);
    assertThat(checker.isOffered(THERE.plus(Checker.OFFERED))).isTrue();
    assertThat(checker.isOffered(THERE.plus(Checker.OFFERED).plusSeconds(1))).isFalse();
  }

  @Test
  void nobody_checks_or_signs_what_went_through_the_own_hands_or_the_own_unit() {
    for (String hand : HANDS) {
      assertThatThrownBy(() -> check.taken(supervisor(hand, "/center"), about, HANDS, THERE))
          .isInstanceOf(NoChecker.class);
    }
    assertThatThrownBy(() -> check.taken(supervisor("x", "/center/cg/1"), about, HANDS, THERE))
        .isInstanceOf(NoChecker.class);
    check.taken(CHECKER, about, HANDS, THERE);
    check.found(report(SpotCheckFinding.DONE), CHECKER, about, HANDS, THERE);
    assertThatThrownBy(() -> check.confirmed(supervisor("the agent", "/center"), HANDS, THERE))
        .isInstanceOf(NoChecker.class);
    assertThatThrownBy(() -> check.confirmed(supervisor("x", "/center/cg"), HANDS, THERE))
        .isInstanceOf(NoChecker.class);
  }

  @Test
  void only_who_took_it_reports_and_another_may_take_it_over() {
    assertThatThrownBy(
            () -> check.found(report(SpotCheckFinding.DONE), CHECKER, about, HANDS, THERE))
        .isInstanceOf(CheckNotThere.class);
    check.taken(CHECKER, about, HANDS, THERE);
    check.taken(SECOND, about, HANDS, THERE);
    assertThatThrownBy(
            () -> check.found(report(SpotCheckFinding.DONE), CHECKER, about, HANDS, THERE))
        .isInstanceOf(CheckNotThere.class);
    check.found(report(SpotCheckFinding.DONE), SECOND, about, HANDS, THERE);
    assertThatThrownBy(() -> check.taken(CHECKER, about, HANDS, THERE))
        .isInstanceOf(CheckNotThere.class);
  }

  @Test
  void what_was_seen_before_the_draw_is_no_spot_check() {
    check.taken(CHECKER, about, HANDS, THERE);
    FieldReport early =
        FieldReport.of(
            SpotCheckFinding.DONE, Answer.YES, DRAWN.minusSeconds(60), "北门", "照片", null, THERE);
    assertThatThrownBy(() -> check.found(early, CHECKER, about, HANDS, THERE))
        .isInstanceOf(Invalid.class);
    assertThat(check.status()).isEqualTo(SpotCheckStatus.CHECKING);
  }

  @Test
  void what_is_sent_back_stays_written_and_is_reported_anew() {
    check.taken(CHECKER, about, HANDS, THERE);
    check.found(report(SpotCheckFinding.CANNOT_TELL), CHECKER, about, HANDS, THERE);
    check.sentBack("请补充照片", SECOND, about, HANDS, THERE);
    assertThat(check.status()).isEqualTo(SpotCheckStatus.CHECKING);
    assertThat(check.finding()).isEqualTo(SpotCheckFinding.CANNOT_TELL);
    check.found(report(SpotCheckFinding.PARTLY), CHECKER, about, HANDS, THERE);
    assertThat(check.confirmed(SECOND, HANDS, THERE))
        .extracting("finding")
        .isEqualTo(SpotCheckFinding.PARTLY);
  }

  @Test
  void what_is_sent_back_after_a_reopening_ends_since_nothing_of_that_closing_is_left_to_see() {
    check.taken(CHECKER, about, HANDS, THERE);
    check.found(report(SpotCheckFinding.NOT_DONE), CHECKER, about, HANDS, THERE);
    HotlineCaseExamples.reopened(about);
    assertThat(check.sentBack("请补充照片", SECOND, about, HANDS, THERE))
        .extracting("reason")
        .isEqualTo(SpotCheckObstacle.CASE_REOPENED);
    assertThat(check.status()).isEqualTo(SpotCheckStatus.NOT_MADE);
  }

  @Test
  void nobody_takes_or_reports_what_is_closed_no_more() {
    check.taken(CHECKER, about, HANDS, THERE);
    HotlineCaseExamples.reopened(about);
    assertThatThrownBy(() -> check.taken(SECOND, about, HANDS, THERE))
        .isInstanceOf(CheckNotThere.class);
    assertThatThrownBy(
            () -> check.found(report(SpotCheckFinding.DONE), CHECKER, about, HANDS, THERE))
        .isInstanceOf(CheckNotThere.class);
  }

  @Test
  void what_is_not_signed_in_time_ends_and_counts_as_not_made() {
    check.taken(CHECKER, about, HANDS, THERE);
    check.found(report(SpotCheckFinding.DONE), CHECKER, about, HANDS, THERE);
    assertThat(check.outOfTime(THERE))
        .extracting("reason")
        .isEqualTo(SpotCheckObstacle.NOT_IN_TIME);
    assertThatThrownBy(() -> check.confirmed(SECOND, HANDS, THERE))
        .isInstanceOf(CheckNotThere.class);
  }

  @Test
  void a_draw_takes_a_part_of_its_frame_only() {
    SpotCheckPolicy policy =
        new SpotCheckPolicy(LimitRule.of("10wd"), LimitRule.of("5wd"), 20, 20, 30);
    assertThat(policy.largestSample(20)).isEqualTo(4);
    assertThat(policy.largestSample(24)).isEqualTo(4);
    assertThat(policy.largestSample(100_000)).isEqualTo(DrawOrder.LARGEST_SAMPLE);
  }

  @Test
  void only_a_draw_from_all_cases_is_in_proportion() {
    LocalDate day = LocalDate.of(2026, 11, 1);
    for (String[] only : new String[][] {{"cg", null}, {null, "01"}}) {
      assertThat(DrawOrder.of(day, day.plusDays(1), only[0], only[1], 1, null, null).basis())
          .isEqualTo(SpotCheckBasis.FILTERED);
    }
  }

  @Test
  void a_reopening_ends_what_nobody_has_reported_yet() {
    check.taken(CHECKER, about, HANDS, THERE);
    assertThat(check.lapsed(THERE)).extracting("reason").isEqualTo(SpotCheckObstacle.CASE_REOPENED);
    assertThat(check.status()).isEqualTo(SpotCheckStatus.NOT_MADE);
    assertThatThrownBy(
            () -> check.found(report(SpotCheckFinding.DONE), CHECKER, about, HANDS, THERE))
        .isInstanceOf(CheckNotThere.class);
  }

  @ParameterizedTest
  @EnumSource(SpotCheckFinding.class)
  void every_finding_is_recorded_as_it_was_made(SpotCheckFinding finding) {
    check.taken(CHECKER, about, HANDS, THERE);
    check.found(report(finding), CHECKER, about, HANDS, THERE);
    assertThat(check.confirmed(SECOND, HANDS, THERE)).extracting("finding").isEqualTo(finding);
  }

  @Test
  void it_is_due_ten_work_days_after_the_draw() {
    // Drawn on Tuesday; ten work days later is the Tuesday after the next.
    assertThat(CLOCK.due())
        .isBetween(Instant.parse("2026-12-08T00:00:00Z"), Instant.parse("2026-12-09T00:00:00Z"));
    assertThat(CLOCK.yellowFrom()).isBefore(CLOCK.due()).isAfter(DRAWN);
  }

  @Test
  void an_unfinished_form_says_all_that_is_missing() {
    assertThatThrownBy(
            () -> FieldReport.of(null, null, THERE.plusSeconds(1), " ", null, null, THERE))
        .isInstanceOfSatisfying(
            Invalid.class,
            invalid ->
                assertThat(invalid.violations())
                    .extracting("field")
                    .containsExactly("finding", "contacted", "checkedAt", "place", "evidence"));
  }

  @Test
  void an_order_names_no_cases_and_has_its_bounds() {
    LocalDate day = LocalDate.of(2026, 11, 1);
    assertThat(order(day, day.plusDays(30), 10, null, null).of(7)).isEqualTo(7);
    assertThat(order(day, day.plusDays(30), null, "2.5", null).of(201)).isEqualTo(6);
    assertThat(order(day, day.plusDays(30), null, "100", null).of(201)).isEqualTo(201);
    assertThat(
            order(day, day.plusDays(1), 1, null, new Weights(Map.of("cg", 1), null, null)).basis())
        .isEqualTo(SpotCheckBasis.PROPORTIONAL);
    assertThat(order(day, day.plusDays(1), 1, null, new Weights(null, null, 3)).basis())
        .isEqualTo(SpotCheckBasis.WEIGHTED);
    refused(() -> order(day, day, 1, null, null), "to");
    refused(() -> order(LocalDate.MAX.minusDays(1), LocalDate.MAX, 1, null, null), "from");
    refused(() -> order(day, day.plusDays(400), 1, null, null), "to");
    refused(() -> order(day, day.plusDays(1), null, null, null), "size");
    refused(() -> order(day, day.plusDays(1), 1, "5", null), "size");
    refused(() -> order(day, day.plusDays(1), 501, null, null), "size");
    refused(() -> order(day, day.plusDays(1), null, "0", null), "share");
    refused(
        () -> order(day, day.plusDays(1), 1, null, new Weights(Map.of("cg", 6), null, null)),
        "weights");
    Weights heavy = new Weights(Map.of("cg", 4, "jt", 1), Map.of("01", 3), null);
    refused(() -> order(day, day.plusDays(1), 1, null, heavy), "weights");
  }

  private static void refused(
      org.assertj.core.api.ThrowableAssert.ThrowingCallable asked, String field) {
    assertThatThrownBy(asked)
        .isInstanceOfSatisfying(
            Invalid.class,
            invalid -> assertThat(invalid.violations()).extracting("field").contains(field));
  }

  private static DrawOrder order(
      LocalDate from, LocalDate to, Integer size, String share, Weights weights) {
    return DrawOrder.of(
        from, to, null, null, size, share == null ? null : new BigDecimal(share), weights);
  }

  private static FieldReport report(SpotCheckFinding finding) {
    return FieldReport.of(finding, Answer.NO, THERE, "北门外", "照片 3 张", null, THERE);
  }

  private static Actor supervisor(String user, String unitPath) {
    return new Actor(user, user, Set.of(Role.SUPERVISOR), "unit", unitPath, null, "督办员");
  }
}
