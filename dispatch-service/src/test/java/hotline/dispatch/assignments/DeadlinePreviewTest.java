package hotline.dispatch.assignments;

import static hotline.dispatch.assignments.AssignmentTest.at;
import static org.assertj.core.api.Assertions.assertThat;

import hotline.calendar.DayOverride;
import hotline.calendar.Limit;
import hotline.calendar.WorkCalendar;
import hotline.dispatch.assignments.DeadlinePreview.Counting;
import hotline.dispatch.assignments.DeadlinePreview.Example;
import hotline.dispatch.assignments.DeadlinePreview.Preview;
import hotline.dispatch.cases.HandledCase;
import hotline.dispatch.directory.City;
import hotline.dispatch.limits.Policies;
import hotline.dispatch.limits.TimeRules;
import hotline.lifecycle.AssignmentStatus;
import hotline.lifecycle.CaseKind;
import hotline.lifecycle.DeadlineChange;
import hotline.lifecycle.DeadlineKind;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A preview says what will be, also of parts, which end before what they are parts of. */
class DeadlinePreviewTest {

  private static final Instant NOW = at("2026-11-23T09:30");
  private static final PartLimits HALF_A_DAY = new PartLimits(Limit.parse("4wh"));

  // A Saturday is worked at: what is due on the Monday after ends a day earlier.
  private static final TimeRules EARLIER =
      new TimeRules(
          2,
          2,
          WorkCalendar.china().toBuilder()
              .override(DayOverride.workDay(LocalDate.of(2026, 11, 28), "调休上班"))
              .build(),
          Policies.rules().policy(),
          null);

  private final HandledCase of = AssignmentTest.caseOf(CaseKind.HELP);
  private final Assignment whole = AssignmentTest.in(AssignmentStatus.SIGNED);
  private final Assignment part = SubDispatchTest.partOf(whole);

  @Test
  void a_part_ends_before_what_it_is_a_part_of_wherever_that_ends_then() {
    whole.handDown(part, NOW);
    Instant before = part.clocks().due(DeadlineKind.REPLY);

    Preview preview = preview(Set.of(new Held(of, whole), new Held(of, part)));

    // A part keeps the minutes that were chosen for it: only its end moves it.
    Example moved = ofPart(preview);
    assertThat(moved.dueBefore()).isEqualTo(before);
    assertThat(moved.dueAt()).isEqualTo(at("2026-11-28T13:30"));
    assertThat(moved.becomesOverdue()).isFalse();
    assertThat(preview.openTasks()).isEqualTo(2);
  }

  @Test
  void it_says_what_the_clocks_show_afterwards() {
    whole.handDown(part, NOW);
    Assignment other = SubDispatchTest.partOf(whole);
    Reckoning.reckon(whole, EARLIER, null, DeadlineChange.CALENDAR, NOW);
    Reckoning.reckonPart(
        other,
        EARLIER,
        null,
        DeadlineChange.CALENDAR,
        NOW,
        HALF_A_DAY.latestAfter(NOW, whole, EARLIER.calendar()));

    // Of a page that has the part only, what it is a part of is not counted.
    Preview preview = preview(Set.of(new Held(of, part)));

    assertThat(ofPart(preview).dueAt()).isEqualTo(other.clocks().due(DeadlineKind.REPLY));
    assertThat(preview.openTasks()).isEqualTo(1);
  }

  private Preview preview(Set<Held> counted) {
    Counting counting = new Counting(EARLIER, null, NOW, City.directory());
    counting.count(
        List.of(new Held(of, whole), new Held(of, part)),
        counted,
        new PartDeadlines.Latest(Map.of(whole.assignmentId(), whole), HALF_A_DAY));
    return counting.preview();
  }

  private Example ofPart(Preview preview) {
    return preview.examples().stream()
        .filter(one -> one.assignmentId().equals(part.assignmentId()))
        .filter(one -> one.clock() == DeadlineKind.REPLY)
        .findFirst()
        .orElseThrow();
  }
}
