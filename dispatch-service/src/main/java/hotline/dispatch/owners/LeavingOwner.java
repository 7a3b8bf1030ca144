package hotline.dispatch.owners;

import hotline.dispatch.casefiles.CaseFileStore;
import hotline.dispatch.cases.Cause;
import hotline.dispatch.directory.Directory;
import hotline.dispatch.directory.DirectoryStore;
import hotline.lifecycle.DirectoryEntry.Unit;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * The owned cases of somebody who leaves a unit. Nobody gets one without the approval of a leader
 * (包案移交须经批准): the handovers are asked for, all at once.
 */
@ApplicationScoped
public class LeavingOwner {

  private final OwnershipRepository ownerships;
  private final OwnershipRecords records;
  private final Leaders leaders;
  private final CaseFileStore files;
  private final DirectoryStore directory;

  LeavingOwner(
      OwnershipRepository ownerships,
      OwnershipRecords records,
      Leaders leaders,
      CaseFileStore files,
      DirectoryStore directory) {
    this.ownerships = ownerships;
    this.records = records;
    this.leaders = leaders;
    this.files = files;
    this.directory = directory;
  }

  /**
   * A case that has to do with who leaves.
   *
   * @param isProtected whether its number is told to few
   */
  public record InHand(UUID caseId, String caseNo, boolean isProtected, LeaversCase becomes) {}

  /** Why nothing can move; nothing has then. */
  public enum Obstacle {
    /** Cases would move, and the successor has not said a post as a leader of the unit. */
    NO_LEADER,
    /** One of the cases complains about the unit of the successor. */
    RESPONDENT
  }

  /** Open ones, in the order of their cases; no row is locked. */
  public List<InHand> inHand(String userRef, String unitId) {
    return ownerships.ofLeaver(userRef, unitId, false).stream()
        .map(
            held ->
                new InHand(
                    held.handledCase().caseId(),
                    held.handledCase().caseNo(),
                    held.handledCase().isProtected(),
                    becomes(held, userRef)))
        .toList();
  }

  /** What stands against these, if anything. */
  public Optional<Obstacle> obstacle(List<InHand> inHand, String successorRef, String unitId) {
    List<UUID> moving =
        inHand.stream()
            .filter(one -> one.becomes() == LeaversCase.HANDOVER_IS_ASKED)
            .map(InHand::caseId)
            .toList();
    if (moving.isEmpty()) {
      return Optional.empty();
    }
    Directory known = directory.recent();
    Optional<Unit> unit = known.unit(unitId).filter(Unit::active);
    if (unit.isEmpty() || leader(successorRef, unitId).isEmpty()) {
      return Optional.of(Obstacle.NO_LEADER);
    }
    return files.respondents(moving).values().stream()
            .flatMap(Optional::stream)
            .anyMatch(respondent -> known.isOnTheSideOf(unit.get(), respondent))
        ? Optional.of(Obstacle.RESPONDENT)
        : Optional.empty();
  }

  /**
   * How much of each kind was done; or nothing, and why. The rows are locked until the transaction
   * ends. Who leaves can be chosen as an owner no more.
   *
   * @param words why, for the record of each case
   */
  public Outcome leave(
      String userRef, String unitId, String successorRef, String words, Cause cause) {
    List<OwnershipRepository.Held> all = ownerships.ofLeaver(userRef, unitId, true);
    List<InHand> inHand =
        all.stream()
            .map(
                held -> new InHand(held.handledCase().caseId(), null, true, becomes(held, userRef)))
            .toList();
    Optional<Obstacle> obstacle = obstacle(inHand, successorRef, unitId);
    if (obstacle.isPresent()) {
      return new Outcome(obstacle.get(), 0, 0, false);
    }
    Leader to = leader(successorRef, unitId).orElse(null);
    List<OwnershipRecords.Numbered> numbered = new ArrayList<>();
    Map<LeaversCase, Integer> done = new EnumMap<>(LeaversCase.class);
    for (OwnershipRepository.Held held : all) {
      CaseOwnership ownership = held.ownership();
      LeaversCase becomes = becomes(held, userRef);
      done.merge(becomes, 1, Integer::sum);
      switch (becomes) {
        case HANDOVER_IS_ASKED -> {
          ownership.askHandover(to, cause.actor());
          numbered.add(
              records.next(ownership, OwnershipRecord.about(RecordKind.HANDOVER_ASKED, words, to)));
        }
        case PROPOSAL_ENDS -> {
          ownership.refuseHandover();
          numbered.add(
              records.next(ownership, OwnershipRecord.of(RecordKind.HANDOVER_REFUSED, words)));
        }
        case HANDOVER_WAITS, STAYS_SIGNED_OFF -> {
          // Nobody has to move it.
        }
      }
    }
    ownerships.flush();
    records.add(numbered, cause);
    boolean wasLeader = leaders.remove(userRef, unitId);
    return new Outcome(
        null,
        done.getOrDefault(LeaversCase.HANDOVER_IS_ASKED, 0),
        done.getOrDefault(LeaversCase.PROPOSAL_ENDS, 0),
        wasLeader);
  }

  /**
   * What came of it.
   *
   * @param obstacle null when it was done
   * @param wasLeader whether the person could be chosen as an owner before
   */
  public record Outcome(
      Obstacle obstacle, int handoversAsked, int proposalsEnded, boolean wasLeader) {}

  private static LeaversCase becomes(OwnershipRepository.Held held, String userRef) {
    return LeaversCase.of(
        held.ownership().status(), held.ownership().owner().userRef().equals(userRef));
  }

  private Optional<Leader> leader(String userRef, String unitId) {
    return leaders.find(userRef).filter(one -> one.unitId().equals(unitId));
  }
}
