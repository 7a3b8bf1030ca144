package hotline.dispatch.owners;

import hotline.access.Actor;
import hotline.access.IfMatch;
import hotline.dispatch.cases.CaseLog;
import hotline.dispatch.cases.Cause;
import hotline.dispatch.cases.HandledCase;
import hotline.lifecycle.DispatchEvent;
import hotline.lifecycle.Fact;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * What every act on an owned case has in common: lock, check the version, change, add the record,
 * say the facts.
 */
@ApplicationScoped
class OwnerActs {

  private final OwnershipRepository ownerships;
  private final OwnershipRecords records;
  private final CaseLog log;
  private final Clock clock;

  OwnerActs(OwnershipRepository ownerships, OwnershipRecords records, CaseLog log, Clock clock) {
    this.ownerships = ownerships;
    this.records = records;
    this.log = log;
    this.clock = clock;
  }

  /** An owned case under an act, with what is to be written about it. */
  record Act(
      HandledCase handledCase,
      CaseOwnership ownership,
      Cause cause,
      List<OwnershipRecord> records,
      List<Fact> facts) {

    void record(OwnershipRecord said) {
      records.add(said);
    }

    void say(DispatchEvent event) {
      facts.add(handledCase.say(event, cause));
    }
  }

  /** One act. */
  interface Work {
    void on(Act act);
  }

  /** Checks who may, before anything else is told. */
  interface Right {
    void check(CaseOwnership ownership);
  }

  CaseOwnership on(Actor actor, UUID ownershipId, IfMatch expected, Right right, Work work) {
    OwnershipRepository.Held held = ownerships.lock(ownershipId);
    CaseOwnership ownership = held.ownership();
    right.check(ownership);
    expected.check(ownership.version());
    Act act =
        new Act(
            held.handledCase(),
            ownership,
            Cause.by(actor, clock),
            new ArrayList<>(),
            new ArrayList<>());
    work.on(act);
    List<OwnershipRecords.Numbered> numbered =
        act.records().stream().map(said -> records.next(ownership, said)).toList();
    ownerships.flush();
    records.add(numbered, act.cause());
    log.append(act.facts());
    return ownership;
  }
}
