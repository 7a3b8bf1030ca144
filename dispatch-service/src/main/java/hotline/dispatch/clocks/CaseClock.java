package hotline.dispatch.clocks;

import hotline.calendar.ClockTerms;
import hotline.calendar.DueTime;
import hotline.calendar.Explanation;
import hotline.calendar.LimitRule;
import hotline.calendar.WorkCalendar;
import java.time.Instant;
import java.util.function.IntFunction;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * One clock of a case: who had to do what by when, and when it was done.
 *
 * @param round of the task; null of a paper
 * @param paperNo number of the order, the instruction or the notice; null of a task
 * @param unitId null when it is nobody's of the units, as with the six recipients
 * @param limit such as {@code 5wd}; null when a person chose the due time
 * @param policy the table of limits, such as {@code sd-default/1}; null of a paper
 * @param stoppedAt when it was met or ended; null before
 * @param late whether the due time has passed before that, or by now
 * @param promised whether the system before this one had promised the due time (原时限)
 * @param explanation each span that it counted and skipped; null when a person chose the due time
 *     or the limit was changed since
 */
@Schema(name = "CaseClock")
public record CaseClock(
    CaseClockKind kind,
    Integer round,
    String paperNo,
    String unitId,
    String unitName,
    String limit,
    String policy,
    Instant startedAt,
    Instant dueAt,
    Instant stoppedAt,
    State state,
    boolean late,
    boolean promised,
    Explanation explanation) {

  /** Whether it runs, and if not, why. */
  @Schema(name = "CaseClockState")
  public enum State {
    RUNNING,
    /** A reply under review, a hold. */
    STANDS_STILL,
    MET,
    /** The task or the paper ended before. */
    ENDED
  }

  /** Where the clock of a paper stands. */
  public record Standing(Instant dueAt, Instant stoppedAt, State state, boolean late) {

    /**
     * Of what a unit has to answer.
     *
     * @param answered null while it has to
     * @param missed whether a due time was missed before
     */
    public static Standing ofAnswer(Instant dueAt, Instant answered, boolean missed, Instant now) {
      return new Standing(
          dueAt,
          answered,
          answered == null ? State.RUNNING : State.MET,
          missed || (answered == null ? now : answered).isAfter(dueAt));
    }
  }

  /** The clock of a paper that a unit answers. */
  public static CaseClock ofPaper(
      CaseClockKind kind,
      String paperNo,
      String unitId,
      String unitName,
      PaperClock clock,
      IntFunction<WorkCalendar> calendars,
      Standing standing) {
    return ofPaper(
        kind,
        paperNo,
        unitId,
        unitName,
        clock.dueFrom(),
        clock.dueRule(),
        clock.dueRule() == null ? null : calendars.apply(clock.dueCalendar()),
        standing);
  }

  /**
   * The clock of a paper.
   *
   * @param rule the limit from which its due time was computed; null when a person chose it
   * @param calendar null without a limit
   */
  public static CaseClock ofPaper(
      CaseClockKind kind,
      String paperNo,
      String unitId,
      String unitName,
      Instant start,
      LimitRule rule,
      WorkCalendar calendar,
      Standing standing) {
    Explanation computed =
        rule == null ? null : DueTime.explain(ClockTerms.of(start, rule), calendar);
    boolean ofThisLimit = computed != null && computed.due().equals(standing.dueAt());
    return new CaseClock(
        kind,
        null,
        paperNo,
        unitId,
        unitName,
        ofThisLimit ? rule.limit().format() : null,
        null,
        start,
        standing.dueAt(),
        standing.stoppedAt(),
        standing.state(),
        standing.late(),
        false,
        ofThisLimit ? computed : null);
  }
}
