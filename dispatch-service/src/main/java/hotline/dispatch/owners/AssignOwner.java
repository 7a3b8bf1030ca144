package hotline.dispatch.owners;

import hotline.access.Actor;
import hotline.access.NotFound;
import hotline.access.Violations;
import hotline.dispatch.cases.CaseHasMovedOn;
import hotline.dispatch.cases.CaseLog;
import hotline.dispatch.cases.CaseRepository;
import hotline.dispatch.cases.Cause;
import hotline.dispatch.cases.HandledCase;
import hotline.lifecycle.Fact;
import hotline.lifecycle.OwnershipReason;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A leader gets a hard case to own (确定包案领导). */
@ApplicationScoped
public class AssignOwner {

  static final int LONGEST_PLAN = 5_000;

  private final CaseRepository cases;
  private final OwnershipRepository ownerships;
  private final OwnershipRecords records;
  private final ChosenLeader chosen;
  private final VisitClock visits;
  private final CaseLog log;
  private final Clock clock;

  AssignOwner(
      CaseRepository cases,
      OwnershipRepository ownerships,
      OwnershipRecords records,
      ChosenLeader chosen,
      VisitClock visits,
      CaseLog log,
      Clock clock) {
    this.cases = cases;
    this.ownerships = ownerships;
    this.records = records;
    this.chosen = chosen;
    this.visits = visits;
    this.log = log;
    this.clock = clock;
  }

  /** Who owns it, why, and how it shall be settled. */
  @Schema(name = "OwnerEntry")
  public record Entry(String leaderRef, OwnershipReason reason, String plan) {

    void check() {
      new Violations()
          .required(leaderRef, "leaderRef")
          .require(reason != null, "reason", "required", "请选择包案事由。", "Choose the reason.")
          .required(plan, "plan")
          .atMost(plan, LONGEST_PLAN, "plan")
          .throwIfAny();
    }
  }

  @Transactional
  public CaseOwnership assign(Actor actor, UUID caseId, Entry entry) {
    entry.check();
    HandledCase of = cases.lock(caseId).orElseThrow(() -> new NotFound("工单", "case"));
    if (of.isOver()) {
      throw new CaseHasMovedOn(of.status());
    }
    ownerships
        .openOf(caseId)
        .ifPresent(
            owned -> {
              throw new OwnedAlready(owned.owner().post());
            });
    Leader owner = chosen.of(entry.leaderRef(), caseId);
    Cause cause = Cause.by(actor, clock);
    CaseOwnership ownership =
        CaseOwnership.assign(caseId, entry.reason(), owner, visits.first(cause.at()), cause);
    OwnershipRecords.Numbered record =
        records.next(
            ownership, OwnershipRecord.about(RecordKind.ASSIGNED, entry.plan().strip(), owner));
    of.supervision().ownerAssigned();
    Fact fact = of.say(ownership.assigned(), cause);
    ownerships.persist(ownership);
    ownerships.flush();
    records.add(List.of(record), cause);
    log.append(List.of(fact));
    return ownership;
  }
}
