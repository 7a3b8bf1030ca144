package hotline.intake.cases;

import hotline.calendar.Explanation;
import hotline.relay.quarkus.CityCalendars;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The screening clock of a case, for one case's life on one page (一案一页). */
@ApplicationScoped
class ScreeningClocks {

  private final CaseRepository cases;
  private final CityCalendars calendars;
  private final Clock clock;

  ScreeningClocks(CaseRepository cases, CityCalendars calendars, Clock clock) {
    this.cases = cases;
    this.calendars = calendars;
    this.clock = clock;
  }

  /** Whether it runs, was met, or ended without being met. */
  @Schema(name = "ScreeningClockState")
  enum State {
    RUNNING,
    MET,
    ENDED
  }

  /**
   * @param limit such as {@code 2wh}
   * @param stoppedAt null while it runs
   * @param late whether the due time has passed before that, or by now
   * @param explanation each span that was counted and skipped
   */
  @Schema(name = "ScreeningClock")
  record View(
      String limit,
      Instant startedAt,
      Instant dueAt,
      Instant stoppedAt,
      State state,
      boolean late,
      Explanation explanation) {}

  /** A list that is whole: one clock, or none of a case from before this was kept. */
  @Schema(name = "ScreeningClocks")
  record Clocks(UUID caseId, List<View> items, long count) {}

  /**
   * Refuses with 404 a case that is not there.
   *
   * @param idOrNumber identifier or case number
   */
  @Transactional
  Clocks of(String idOrNumber) {
    HotlineCase of = cases.known(idOrNumber);
    List<View> items = of.screening() == null ? List.of() : List.of(view(of, of.screening()));
    return new Clocks(of.id(), items, items.size());
  }

  private View view(HotlineCase of, ScreeningClock screening) {
    Instant screened = of.screenedAt();
    Instant stopped = screened == null ? of.withdrawnAt() : screened;
    State ended = screened == null ? State.ENDED : State.MET;
    return new View(
        screening.limit(),
        of.screeningSince(),
        screening.due(),
        stopped,
        stopped == null ? State.RUNNING : ended,
        screening.late(stopped, clock.instant()),
        screening.explain(of.screeningSince(), calendars.calendar(screening.calendarVersion())));
  }
}
