package hotline.intake.callers;

import hotline.access.Actor;
import hotline.access.Forbidden;
import hotline.access.Role;
import hotline.access.Violations;
import hotline.intake.cases.FormText;
import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * What who answers a call is told of its number (来电标记), without the number and the reason. It
 * counts for nothing: neither the handling of a case nor a figure knows of it.
 *
 * @param need which care; null of abuse
 * @param decidedBy who confirmed it, sent it back or lifted it; null while nobody has
 * @param endsAt from when on it says nothing
 */
record CallerMark(
    UUID id,
    MarkKind kind,
    CareNeed need,
    MarkState state,
    String setBy,
    Instant setAt,
    String decidedBy,
    Instant endsAt,
    long version) {

  private static final int LONGEST_REASON = 200;

  /** A mark that says what it must. */
  record Wanted(MarkKind kind, CareNeed need, String reason) {}

  /** Refuses with one violation per wrong field. */
  static Wanted check(Violations violations, String typedKind, String typedNeed, String reason) {
    MarkKind kind = oneOf(violations, MarkKind.values(), typedKind, "kind");
    CareNeed need =
        kind == MarkKind.CARE ? oneOf(violations, CareNeed.values(), typedNeed, "need") : null;
    String why = checkReason(violations, reason);
    return new Wanted(kind, need, why);
  }

  static String checkReason(Violations violations, String typed) {
    return FormText.require(violations, typed, LONGEST_REASON, "reason");
  }

  private static <T extends Enum<T>> T oneOf(
      Violations violations, T[] all, String typed, String field) {
    T found = Arrays.stream(all).filter(one -> one.name().equals(typed)).findFirst().orElse(null);
    String names = Arrays.stream(all).map(Enum::name).collect(Collectors.joining(", "));
    violations.require(
        found != null, field, "unknown-value", "可选值：" + names + "。", "One of: " + names + ".");
    return found;
  }

  /**
   * Care is in force at once, since it can only help; abuse when another person has confirmed it.
   */
  static CallerMark begin(UUID id, Wanted wanted, String by, Instant now) {
    boolean waits = wanted.kind().isConfirmedByAnother();
    return new CallerMark(
        id,
        wanted.kind(),
        wanted.need(),
        waits ? MarkState.PROPOSED : MarkState.IN_FORCE,
        by,
        now,
        null,
        waits ? MarkKind.lapses(now) : wanted.kind().endOf(now),
        1);
  }

  /** Refuses who proposed it, and what waits no more. */
  CallerMark confirm(String by, Instant now) {
    requireWaiting(now);
    if (setBy.equals(by)) {
      throw MarkByOnePerson.confirming();
    }
    return decided(MarkState.IN_FORCE, by, kind.endOf(now));
  }

  /** Who proposed it may take it back so. */
  CallerMark sendBack(String by, Instant now) {
    requireWaiting(now);
    return decided(MarkState.SENT_BACK, by, now);
  }

  /**
   * What two people have said an operator does not undo alone, nor who proposed it: as at setting,
   * somebody else looks at it.
   */
  CallerMark lift(Actor by, Instant now) {
    if (kind.isConfirmedByAnother() && !by.is(Role.SHIFT_LEAD)) {
      throw new Forbidden("骚扰、辱骂来电标记由班长解除。", "A mark of abuse is lifted by the shift lead.");
    }
    if (state != MarkState.IN_FORCE || isOver(now)) {
      throw MarkOver.ended();
    }
    if (kind.isConfirmedByAnother() && setBy.equals(by.userId())) {
      throw MarkByOnePerson.lifting();
    }
    return decided(MarkState.LIFTED, by.userId(), now);
  }

  /** Whether that person would not be refused. */
  boolean mayBeLifted(Actor by, Instant now) {
    return state == MarkState.IN_FORCE
        && !isOver(now)
        && (!kind.isConfirmedByAnother() || (by.is(Role.SHIFT_LEAD) && !setBy.equals(by.userId())));
  }

  boolean isOver(Instant now) {
    return !now.isBefore(endsAt);
  }

  private void requireWaiting(Instant now) {
    if (state != MarkState.PROPOSED || isOver(now)) {
      throw MarkOver.decided();
    }
  }

  private CallerMark decided(MarkState next, String by, Instant until) {
    return new CallerMark(id, kind, need, next, setBy, setAt, by, until, version + 1);
  }
}
