package hotline.dispatch.holders;

import hotline.calendar.WorkCalendar;
import hotline.dispatch.assignments.Assignment;
import hotline.dispatch.cases.HandledCase;
import hotline.dispatch.directory.Directory;
import hotline.lifecycle.AssignmentRole;
import hotline.lifecycle.AssignmentStatus;
import hotline.lifecycle.CaseStatus;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Who has an open case in hand and since when, across all levels: a desk of the centre, a unit,
 * what was handed down, a leader who has to sign, a body outside.
 *
 * @param unitId the unit that acts or, at the centre's desks, acted last; null before the first
 * @param leadUnitName the unit that stays responsible where one below it acts (下派); null otherwise
 * @param workMinutes work time since then
 */
@Schema(name = "CaseHolder")
public record Holder(
    Level level,
    String unitId,
    String unitName,
    String leadUnitName,
    Instant since,
    long workMinutes) {

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
    CALLBACK,
    /** 随主单办理（并单）. */
    MAIN_CASE,
    /** 转出机构，待接收. */
    OUTSIDE;

    /** Whether the unit that is named has to act, or its leader. */
    boolean isWithUnit() {
      return this == UNIT || this == UNIT_LEADER;
    }
  }

  /**
   * Null of a case that is over.
   *
   * @param open the open tasks of the case
   * @param done when the reply of its lead passed; null before
   */
  public static Holder of(
      HandledCase of,
      List<Assignment> open,
      Instant done,
      Directory names,
      Instant now,
      WorkCalendar calendar) {
    return of(of, open, done, path -> true, names, now, calendar);
  }

  /**
   * The same for whoever sees only these units: of another one it is not told what it handed down,
   * nor that its leader has to sign.
   */
  static Holder of(
      HandledCase of,
      List<Assignment> open,
      Instant done,
      Predicate<String> seesUnit,
      Directory names,
      Instant now,
      WorkCalendar calendar) {
    if (of.isOver()) {
      return null;
    }
    Assignment lead =
        open.stream().filter(one -> one.role() == AssignmentRole.LEAD).findFirst().orElse(null);
    Level level = level(of, lead);
    if (level != Level.UNIT || lead == null) {
      String unit = of.leadUnitId();
      Instant since = since(level, of, lead, done);
      return new Holder(
          level,
          unit,
          unit == null ? null : names.unitName(unit),
          null,
          since,
          calendar.workMinutesBetween(since, now));
    }
    Acting acting = Acting.of(lead, open);
    boolean seen = seesUnit.test(acting.task().unitPath());
    if (!seen) {
      acting = new Acting(lead, lead.inHandSince());
    }
    boolean waits = seen && acting.task().endorsing().awaits() != null;
    Instant since = waits ? acting.task().endorsing().since() : acting.since();
    return new Holder(
        waits ? Level.UNIT_LEADER : Level.UNIT,
        acting.task().unitId(),
        names.unitName(acting.task().unitId()),
        acting.task() == lead ? null : names.unitName(lead.unitId()),
        since,
        calendar.workMinutesBetween(since, now));
  }

  /** Without the unit that acted last where a desk has it: who asks the citizen is to ask blind. */
  Holder ofToday() {
    return level.isWithUnit() ? this : new Holder(level, null, null, null, since, workMinutes);
  }

  /** Without any unit: which one has a case in confidence is told to few. */
  Holder withoutUnit() {
    return new Holder(level, null, null, null, since, workMinutes);
  }

  /** Whether a unit has to act, and not one of the centre's desks. */
  public static boolean isWithUnit(HandledCase of) {
    return level(of.status()) == Level.UNIT;
  }

  private static Instant since(Level level, HandledCase of, Assignment lead, Instant done) {
    return switch (level) {
      case SCREENER -> screeningSince(of);
      case DISPATCHER ->
          lead == null || lead.returnAskedAt() == null ? of.waitingSince() : lead.returnAskedAt();
      case UNIT, UNIT_LEADER -> of.acceptedAt();
      case REVIEWER -> lead == null ? of.acceptedAt() : lead.repliedAt();
      case CALLBACK -> asked(of, done);
      case MAIN_CASE -> of.mergedAt();
      // Those of before it was kept when they left.
      case OUTSIDE -> of.transferredAt() == null ? arrived(of) : of.transferredAt();
    };
  }

  private static Instant arrived(HandledCase of) {
    return of.acceptedAt() == null ? of.registeredAt() : of.acceptedAt();
  }

  /**
   * What a body outside did not take is screened anew: it lay there no longer than since it left.
   */
  private static Instant screeningSince(HandledCase of) {
    return of.transferredAt() == null ? of.registeredAt() : of.transferredAt();
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
      case MERGED -> Level.MAIN_CASE;
      case TRANSFERRED_OUT -> Level.OUTSIDE;
      case PENDING_DISPATCH, REFUSED, CLOSED, ARCHIVED, WITHDRAWN -> Level.DISPATCHER;
    };
  }
}
