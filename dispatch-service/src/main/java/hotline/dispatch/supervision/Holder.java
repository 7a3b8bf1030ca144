package hotline.dispatch.supervision;

import hotline.calendar.WorkCalendar;
import hotline.dispatch.assignments.Assignment;
import hotline.dispatch.cases.HandledCase;
import hotline.lifecycle.AssignmentStatus;
import hotline.lifecycle.CaseStatus;
import hotline.lifecycle.DirectoryEntry.Unit;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Who has the case in hand and since when, across all levels: the centre's dispatcher, a unit, the
 * reviewer, the callback.
 *
 * @param unitId the unit that acts or, at the centre's desks, acted last; null before the first
 * @param workMinutes work time since then
 */
@Schema(name = "CaseHolder")
public record Holder(Level level, String unitId, String unitName, Instant since, long workMinutes) {

  /** Where it lies. */
  @Schema(name = "HolderLevel")
  public enum Level {
    /** 预审员. */
    SCREENER,
    /** 中心派单员. */
    DISPATCHER,
    UNIT,
    /** 承办单位的分管领导：待签发. */
    UNIT_LEADER,
    /** 答复审核员. */
    REVIEWER,
    /** 回访员. */
    CALLBACK
  }

  /**
   * @param lead the lead unit's open task; null when there is none
   * @param done when its reply passed; null before
   */
  static Holder of(
      HandledCase of,
      Assignment lead,
      Instant done,
      Optional<Unit> unit,
      Instant now,
      WorkCalendar calendar) {
    Level level = level(of, lead);
    if (level == Level.UNIT && lead != null && lead.endorsing().awaits() != null) {
      level = Level.UNIT_LEADER;
    }
    Instant since =
        switch (level) {
          case SCREENER -> of.registeredAt();
          case DISPATCHER ->
              lead == null || lead.returnAskedAt() == null
                  ? of.waitingSince()
                  : lead.returnAskedAt();
          case UNIT_LEADER -> lead.endorsing().since();
          case UNIT -> lead == null ? of.acceptedAt() : lead.inHandSince();
          case REVIEWER -> lead == null ? of.acceptedAt() : lead.repliedAt();
          case CALLBACK -> asked(of, done);
        };
    return new Holder(
        level,
        of.leadUnitId(),
        unit.map(Unit::nameZh).orElse(of.leadUnitId()),
        since,
        calendar.workMinutesBetween(since, now));
  }

  /** The same while a unit below the lead has to act. */
  Holder handedDown(Acting acting, String unitName, Instant now, WorkCalendar calendar) {
    boolean waits = acting.task().endorsing().awaits() != null;
    Instant from = waits ? acting.task().endorsing().since() : acting.since();
    return new Holder(
        waits ? Level.UNIT_LEADER : level,
        acting.task().unitId(),
        unitName,
        from,
        calendar.workMinutesBetween(from, now));
  }

  /** Since when the citizen has to be asked: about the reply that passed, or the direct answer. */
  private static Instant asked(HandledCase of, Instant done) {
    if (of.status() == CaseStatus.ANSWERED_DIRECT) {
      return of.answeredAt();
    }
    if (done != null) {
      return done;
    }
    return of.answeredWithMainAt() == null ? of.acceptedAt() : of.answeredWithMainAt();
  }

  /** Whether a unit has to act, and not one of the centre's desks. */
  static boolean isWithUnit(HandledCase of) {
    return level(of.status()) == Level.UNIT;
  }

  /** While a unit asks to give the case back, the centre has to act. */
  private static Level level(HandledCase of, Assignment lead) {
    return lead != null && lead.status() == AssignmentStatus.RETURN_REQUESTED
        ? Level.DISPATCHER
        : level(of.status());
  }

  private static Level level(CaseStatus status) {
    return switch (status) {
      case PENDING_REVIEW -> Level.REVIEWER;
      case PENDING_CALLBACK, ANSWERED_DIRECT -> Level.CALLBACK;
      case DISPATCHED, HANDLING, REHANDLING, ON_HOLD -> Level.UNIT;
      case DRAFT, REGISTERED, SCREENING -> Level.SCREENER;
      case PENDING_DISPATCH, TRANSFERRED_OUT, MERGED, REFUSED, CLOSED, ARCHIVED, WITHDRAWN ->
          Level.DISPATCHER;
    };
  }
}
