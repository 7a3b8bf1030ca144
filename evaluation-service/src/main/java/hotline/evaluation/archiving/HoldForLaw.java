package hotline.evaluation.archiving;

import hotline.access.Actor;
import hotline.access.IfMatch;
import hotline.access.NotFound;
import hotline.evaluation.cases.CaseRepository;
import hotline.evaluation.cases.HotlineCase;
import hotline.evaluation.cases.Speaker;
import hotline.evaluation.log.CaseLog;
import hotline.lifecycle.LegalHoldLifted;
import hotline.relay.quarkus.CityCalendars;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

/** A supervisor holds a case for a lawsuit or an investigation (法律保留), and lifts that again. */
@ApplicationScoped
class HoldForLaw {

  private final CaseRepository cases;
  private final LegalHoldRepository holds;
  private final ArchiveTimer archiving;
  private final CityCalendars calendars;
  private final CaseLog log;
  private final Clock clock;

  HoldForLaw(
      CaseRepository cases,
      LegalHoldRepository holds,
      ArchiveTimer archiving,
      CityCalendars calendars,
      CaseLog log,
      Clock clock) {
    this.cases = cases;
    this.holds = holds;
    this.archiving = archiving;
    this.calendars = calendars;
    this.log = log;
    this.clock = clock;
  }

  /** However the case stands: a lawsuit waits for no closing. */
  @Transactional
  LegalHold place(UUID caseId, HoldOrder order, IfMatch read, Actor supervisor) {
    HotlineCase about =
        cases.locked(List.of(caseId)).stream()
            .findFirst()
            .orElseThrow(() -> new NotFound("工单", "case"));
    if (holds.ofCase(caseId).stream()
        .anyMatch(one -> one.stands() && one.reference().equals(order.reference()))) {
      throw new HeldAlready();
    }
    read.check(about.version());
    Speaker speaker = Speaker.person(supervisor, clock);
    LegalHold hold = LegalHold.placed(order, about, speaker);
    holds.persist(hold);
    log.append(List.of(about.say(hold.placed(), speaker)));
    return hold;
  }

  @Transactional
  LegalHold lift(UUID holdId, String why, IfMatch read, Actor supervisor) {
    HotlineCase about = cases.locked(List.of(holds.caseOf(holdId))).get(0);
    LegalHold hold = holds.get(holdId);
    hold.requireVersion(read);
    Speaker speaker = Speaker.person(supervisor, clock);
    hold.lifted(why, speaker);
    boolean othersStand = holds.ofCase(about.caseId()).stream().anyMatch(LegalHold::stands);
    if (!othersStand && about.retentionUntil() != null) {
      about.keptUntil(
          Retention.afterHold(
              about.retentionUntil(), speaker.time(), calendars.recent().calendar().zone()));
    }
    log.append(
        List.of(
            about.say(
                new LegalHoldLifted(holdId, hold.reason(), othersStand, about.retentionUntil()),
                speaker)));
    archiving.lookAgain(about);
    return hold;
  }
}
