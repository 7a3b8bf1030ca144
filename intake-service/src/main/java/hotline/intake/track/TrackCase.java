package hotline.intake.track;

import hotline.intake.cases.CaseOutcome;
import hotline.intake.cases.CaseSupplements;
import hotline.intake.cases.HotlineCase;
import hotline.intake.progress.CaseFollowing;
import hotline.intake.progress.CaseStep;
import hotline.intake.progress.HeldAssignment;
import hotline.intake.reference.Directories;
import hotline.intake.reference.Directory;
import hotline.intake.track.CaseTrack.Outcome;
import hotline.intake.track.CaseTrack.Step;
import hotline.lifecycle.AssignmentMoves;
import hotline.lifecycle.AssignmentRole;
import hotline.lifecycle.CaseFile.Supplement;
import hotline.lifecycle.CaseMoves;
import hotline.lifecycle.CaseStatus;
import hotline.lifecycle.ClosedBy;
import hotline.lifecycle.EventType;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Tells a citizen what became of the own request (进度查询). */
@ApplicationScoped
class TrackCase {
  private final FindOwnCase findOwnCase;
  private final CaseFollowing following;
  private final CaseSupplements supplements;
  private final Directories directories;
  private final Clock clock;

  @Inject
  TrackCase(
      FindOwnCase findOwnCase,
      CaseFollowing following,
      CaseSupplements supplements,
      Directories directories,
      Clock clock) {
    this.findOwnCase = findOwnCase;
    this.following = following;
    this.supplements = supplements;
    this.directories = directories;
    this.clock = clock;
  }

  @Transactional
  CaseTrack track(String caseNo, String queryCode) {
    HotlineCase found = findOwnCase.find(caseNo, queryCode);
    Optional<HeldAssignment> owed = owed(found);
    return new CaseTrack(
        found.caseNo(),
        found.status(),
        found.status().zh(),
        found.status().en(),
        found.subject().title(),
        found.registeredAt(),
        owed.filter(held -> held.heldUntil() == null).map(HeldAssignment::replyDue).orElse(null),
        owed.map(HeldAssignment::heldUntil).orElse(null),
        steps(found),
        outcome(found.outcome()),
        reopenUntil(found));
  }

  private Instant reopenUntil(HotlineCase found) {
    return found.status() != CaseStatus.CLOSED || found.reopenRequestedAt() != null
        ? null
        : found.outcome().citizenMayReopenUntil(clock.instant());
  }

  /** The task that owes the reply of the present round; none while the case lies with nobody. */
  private Optional<HeldAssignment> owed(HotlineCase found) {
    if (CaseMoves.over(found.status()) || found.status() == CaseStatus.PENDING_CALLBACK) {
      return Optional.empty();
    }
    return following.assignments(found.id()).stream()
        .filter(held -> held.role() == AssignmentRole.LEAD && !AssignmentMoves.over(held.status()))
        .findFirst();
  }

  private List<Step> steps(HotlineCase found) {
    List<Step> steps = new ArrayList<>();
    steps.add(step(found.registeredAt(), EventType.CASE_REGISTERED));
    if (found.acceptedAt() != null) {
      steps.add(step(found.acceptedAt(), EventType.CASE_ACCEPTED));
    }
    for (Supplement supplement : supplements.plainOf(found.id())) {
      steps.add(step(supplement.addedAt(), EventType.CASE_SUPPLEMENTED));
    }
    if (found.lastUrgedAt() != null) {
      steps.add(step(found.lastUrgedAt(), EventType.CASE_URGED));
    }
    Directory directory = directories.current();
    for (CaseStep told : following.steps(found.id())) {
      steps.add(step(told, directory));
    }
    if (found.reopenRequestedAt() != null) {
      steps.add(step(found.reopenRequestedAt(), EventType.CASE_REOPEN_REQUESTED));
    }
    if (found.withdrawnAt() != null) {
      steps.add(step(found.withdrawnAt(), EventType.CASE_WITHDRAWN));
    }
    // Stable: what has the same time stays in the order in which it was added.
    steps.sort(Comparator.comparing(Step::time));
    return steps;
  }

  private static Step step(Instant time, EventType type) {
    return new Step(time, CitizenWords.zh(type), CitizenWords.en(type), null);
  }

  private static Step step(CaseStep told, Directory directory) {
    String unitZh = directory.unit(told.unitId()).map(unit -> unit.nameZh()).orElse(null);
    String unitEn =
        directory
            .unit(told.unitId())
            .map(unit -> unit.nameEn() == null ? unit.nameZh() : unit.nameEn())
            .orElse(null);
    return new Step(
        told.at(),
        CitizenWords.zh(told.type(), told.result()) + (unitZh == null ? "" : "：" + unitZh),
        CitizenWords.en(told.type(), told.result()) + (unitEn == null ? "" : ": " + unitEn),
        told.until());
  }

  private static Outcome outcome(CaseOutcome ended) {
    if (ended == null) {
      return null;
    }
    ClosedBy by =
        Arrays.stream(ClosedBy.values())
            .filter(value -> value.name().equals(ended.closedBy()))
            .findFirst()
            .orElse(null);
    return new Outcome(
        ended.closedBy(),
        ended.responded(),
        ended.solved(),
        ended.satisfied(),
        by == null ? "已办结" : by.zh(),
        by == null ? "Closed" : by.en());
  }
}
