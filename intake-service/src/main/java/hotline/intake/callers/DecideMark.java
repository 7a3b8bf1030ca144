package hotline.intake.callers;

import hotline.access.Actor;
import hotline.access.IfMatch;
import hotline.access.Violations;
import hotline.intake.vault.TextMask;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/** The second person about a mark of abuse, and whoever ends a mark before its time. */
@ApplicationScoped
class DecideMark {
  private final CallerMarkStore marks;
  private final Clock clock;

  @Inject
  DecideMark(CallerMarkStore marks, Clock clock) {
    this.marks = marks;
    this.clock = clock;
  }

  /** Another person lets it be told to who answers. */
  @Transactional
  CallerMark confirm(UUID id, IfMatch seen, Actor by) {
    Instant now = now();
    return decided(locked(id, seen).confirm(by.userId(), now), MarkAct.CONFIRMED, null, now);
  }

  @Transactional
  CallerMark sendBack(UUID id, String typed, IfMatch seen, Actor by) {
    String reason = reason(typed);
    Instant now = now();
    return decided(locked(id, seen).sendBack(by.userId(), now), MarkAct.SENT_BACK, reason, now);
  }

  @Transactional
  CallerMark lift(UUID id, String typed, IfMatch seen, Actor by) {
    String reason = reason(typed);
    Instant now = now();
    return decided(locked(id, seen).lift(by, now), MarkAct.LIFTED, reason, now);
  }

  private CallerMark locked(UUID id, IfMatch seen) {
    CallerMark mark = marks.locked(id);
    seen.check(mark.version());
    return mark;
  }

  private CallerMark decided(CallerMark mark, MarkAct act, String reason, Instant now) {
    marks.decide(mark, act, reason, now);
    return mark;
  }

  private static String reason(String typed) {
    Violations violations = new Violations();
    String reason = CallerMark.checkReason(violations, typed);
    violations.throwIfAny();
    return TextMask.mask(reason, null).text();
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
