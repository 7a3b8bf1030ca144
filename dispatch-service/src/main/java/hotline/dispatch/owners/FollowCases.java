package hotline.dispatch.owners;

import hotline.dispatch.cases.CaseLog;
import hotline.dispatch.cases.Cause;
import hotline.dispatch.cases.HandledCase;
import hotline.lifecycle.Fact;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What the other services say about owned cases, a whole poll at once; nothing where none is owned.
 */
@ApplicationScoped
public class FollowCases {

  private final OwnershipRepository ownerships;
  private final OwnershipRecords records;
  private final VisitClock visits;
  private final CaseLog log;

  FollowCases(
      OwnershipRepository ownerships, OwnershipRecords records, VisitClock visits, CaseLog log) {
    this.ownerships = ownerships;
    this.records = records;
    this.visits = visits;
    this.log = log;
  }

  /** A case whose row is locked, and the fact that was said about it. */
  public record Heard(HandledCase handledCase, UUID eventId) {}

  /** What is to be written about one of them. */
  private interface Work {
    void on(
        CaseOwnership ownership,
        HandledCase of,
        Cause cause,
        List<Fact> facts,
        List<OwnershipRecord> said);
  }

  /** The citizen has answered or has withdrawn the request, or it was not taken on. */
  public void answered(List<Heard> heard, Instant now) {
    each(
        heard,
        now,
        (ownership, of, cause, facts, said) -> {
          if (ownership.hearAnswer(now)) {
            said.add(OwnershipRecord.of(RecordKind.CITIZEN_ANSWERED, null));
          }
          ownership
              .release(now)
              .ifPresent(
                  released -> {
                    of.supervision().ownerReleased();
                    facts.add(of.say(released, cause));
                    said.add(OwnershipRecord.of(RecordKind.RELEASED, null));
                  });
        });
  }

  /** Another round was ordered: the owner goes on. */
  public void handledAgain(List<Heard> heard, Instant now) {
    each(
        heard,
        now,
        (ownership, of, cause, facts, said) ->
            ownership
                .handledAgain(of.round(), visits.first(now))
                .ifPresent(
                    resumed -> {
                      facts.add(of.say(resumed, cause));
                      said.add(OwnershipRecord.of(RecordKind.RESUMED, null));
                    }));
  }

  private void each(List<Heard> heard, Instant now, Work work) {
    Map<UUID, Heard> owned = new HashMap<>();
    heard.stream()
        .filter(one -> one.handledCase().supervision().owned())
        .forEach(one -> owned.put(one.handledCase().caseId(), one));
    if (owned.isEmpty()) {
      return;
    }
    List<Fact> facts = new ArrayList<>();
    List<OwnershipRecords.Numbered> numbered = new ArrayList<>();
    for (CaseOwnership ownership : ownerships.openOf(owned.keySet())) {
      Heard one = owned.get(ownership.caseId());
      List<OwnershipRecord> said = new ArrayList<>();
      work.on(ownership, one.handledCase(), Cause.bySystem(now, one.eventId()), facts, said);
      said.forEach(each -> numbered.add(records.next(ownership, each)));
    }
    ownerships.flush();
    records.add(numbered, Cause.bySystem(now, null));
    log.append(facts);
  }
}
