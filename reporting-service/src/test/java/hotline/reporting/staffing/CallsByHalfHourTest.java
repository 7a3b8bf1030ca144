package hotline.reporting.staffing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import hotline.access.Invalid;
import hotline.access.Violation;
import hotline.calendar.WorkCalendar;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The National Day of 2025: holidays from 1 to 8 October, 28 September and 11 October made up. */
class CallsByHalfHourTest {

  private static final WorkCalendar CHINA = WorkCalendar.china();
  private static final LocalDate FROM = LocalDate.parse("2025-09-22");
  private static final LocalDate TO = LocalDate.parse("2025-10-13");
  private static final Terms USUAL = Terms.of(null, "", null, null, null);

  @Test
  void days_are_told_apart_as_citizens_call() {
    CallsByHalfHour calls = new CallsByHalfHour(FROM, TO, CHINA, USUAL);
    assertThat(calls.kinds())
        .extracting(Staffing.Kind::kind, Staffing.Kind::days)
        .containsExactly(
            tuple(KindOfDay.MONDAY, 2),
            tuple(KindOfDay.TUESDAY, 2),
            tuple(KindOfDay.WEDNESDAY, 1),
            tuple(KindOfDay.THURSDAY, 2),
            tuple(KindOfDay.FRIDAY, 2),
            tuple(KindOfDay.SATURDAY, 1),
            tuple(KindOfDay.SUNDAY, 1),
            tuple(KindOfDay.MAKE_UP_DAY, 2),
            tuple(KindOfDay.HOLIDAY, 8));
  }

  @Test
  void an_average_counts_the_days_without_a_call_and_the_busiest_day_is_kept() {
    CallsByHalfHour calls = new CallsByHalfHour(FROM, TO, CHINA, USUAL);
    calls.add(LocalDate.parse("2025-09-22"), 19, 90);
    calls.add(LocalDate.parse("2025-09-29"), 19, 111);

    List<Staffing.Kind> kinds = calls.kinds();
    Staffing.Kind monday = kinds.get(0);
    assertThat(monday.calls()).isEqualTo(201);
    assertThat(monday.slots()).hasSize(48);
    Staffing.Slot slot = monday.slots().get(19);
    assertThat(slot.start()).isEqualTo("09:30");
    assertThat(slot.calls()).isEqualTo(100.5);
    assertThat(slot.most()).isEqualTo(111);
    assertThat(slot.need().rostered())
        .isEqualTo((int) Math.ceil(slot.need().seats() / 0.7))
        .isGreaterThan(slot.need().seats());
    assertThat(slot.need().answered()).isGreaterThanOrEqualTo(80);
    assertThat(monday.slots().get(20).need()).isNull();
    assertThat(monday.seatHours()).isEqualTo(slot.need().rostered() / 2.0);

    // Monday comes again; a Wednesday was in the period without a call; nothing is made up.
    List<Staffing.Coming> coming = calls.coming(LocalDate.parse("2025-10-13"), kinds);
    assertThat(coming).hasSize(14);
    assertThat(coming.get(0).calls()).isEqualTo(100.5);
    assertThat(coming.get(0).mostRostered()).isEqualTo(slot.need().rostered());
    assertThat(coming.get(2).calls()).isZero();
    assertThat(coming.get(2).mostRostered()).isZero();
  }

  @Test
  void a_kind_of_day_that_did_not_occur_is_expected_to_bring_nothing_known() {
    CallsByHalfHour calls =
        new CallsByHalfHour(
            LocalDate.parse("2025-09-22"), LocalDate.parse("2025-09-26"), CHINA, USUAL);
    Staffing.Coming holiday = calls.coming(LocalDate.parse("2025-10-01"), calls.kinds()).get(0);
    assertThat(holiday.kind()).isEqualTo(KindOfDay.HOLIDAY);
    assertThat(holiday.calls()).isNull();
    assertThat(holiday.mostRostered()).isNull();
    assertThat(holiday.seatHours()).isNull();
  }

  @Test
  void calls_that_left_no_request_are_added() {
    Terms half = Terms.of(null, null, null, "0", "50");
    assertThat(half.need(50)).isEqualTo(Terms.of(null, null, null, "0", null).need(100));
  }

  @Test
  void every_term_that_is_wrong_is_named() {
    assertThatThrownBy(() -> Terms.of("9", "1e1", "100", "-1", "91"))
        .isInstanceOfSatisfying(
            Invalid.class,
            refused ->
                assertThat(refused.violations())
                    .extracting(Violation::field)
                    .containsExactly("handling", "within", "share", "away", "unregistered"));
  }
}
