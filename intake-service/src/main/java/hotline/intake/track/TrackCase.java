package hotline.intake.track;

import hotline.intake.cases.CaseCorrections;
import hotline.intake.cases.CaseOutcome;
import hotline.intake.cases.CaseRefusals;
import hotline.intake.cases.CaseSiblings;
import hotline.intake.cases.CaseSiblings.Sibling;
import hotline.intake.cases.CaseSupplements;
import hotline.intake.cases.Correction;
import hotline.intake.cases.HotlineCase;
import hotline.intake.cases.Transfer;
import hotline.intake.progress.CaseFollowing;
import hotline.intake.progress.CaseStep;
import hotline.intake.progress.HeldAssignment;
import hotline.intake.reference.Directories;
import hotline.intake.reference.Directory;
import hotline.intake.replies.UnitReplies;
import hotline.intake.replies.UnitReply;
import hotline.intake.track.CaseTrack.Outcome;
import hotline.intake.track.CaseTrack.RatingState;
import hotline.intake.track.CaseTrack.Refusal;
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
  private final UnitReplies replies;
  private final CaseSupplements supplements;
  private final CaseRefusals refusals;
  private final CaseCorrections corrections;
  private final CaseSiblings siblings;
  private final Directories directories;
  private final Clock clock;

  @Inject
  TrackCase(
      FindOwnCase findOwnCase,
      CaseFollowing following,
      UnitReplies replies,
      CaseSupplements supplements,
      CaseRefusals refusals,
      CaseCorrections corrections,
      CaseSiblings siblings,
      Directories directories,
      Clock clock) {
    this.findOwnCase = findOwnCase;
    this.following = following;
    this.replies = replies;
    this.supplements = supplements;
    this.refusals = refusals;
    this.corrections = corrections;
    this.siblings = siblings;
    this.directories = directories;
    this.clock = clock;
  }

  @Transactional
  CaseTrack track(String caseNo, String queryCode) {
    HotlineCase found = findOwnCase.find(caseNo, queryCode);
    Optional<HeldAssignment> owed = owed(found);
    List<Sibling> others = siblings.of(found);
    Directory directory = directories.current();
    return new CaseTrack(
        found.caseNo(),
        found.status(),
        found.status().zh(),
        found.status().en(),
        found.subject().title(),
        found.registeredAt(),
        owed.filter(held -> held.heldUntil() == null).map(HeldAssignment::replyDue).orElse(null),
        owed.filter(HeldAssignment::isPostponed).map(HeldAssignment::firstDue).orElse(null),
        owed.map(HeldAssignment::heldUntil).orElse(null),
        found.directAnswer() == null ? null : found.directAnswer().text(),
        replies(found, directory),
        steps(found, others, directory),
        outcome(found.outcome()),
        refusal(found),
        transfer(found),
        reopenUntil(found),
        others.stream().map(Sibling::caseNo).toList(),
        rating(found));
  }

  /**
   * Nothing while there is none to give, and once the own one is the result: the steps tell that.
   */
  private static CaseTrack.Rating rating(HotlineCase found) {
    RatingState state =
        switch (found.ownRating()) {
          case OPEN -> RatingState.OPEN;
          case RECEIVED -> RatingState.RECEIVED;
          case CROSSED_CALL -> RatingState.CROSSED_CALL;
          case CROSSED_END -> RatingState.CROSSED_END;
          case NONE, COUNTED -> null;
        };
    return state == null
        ? null
        : new CaseTrack.Rating(
            state,
            found.ownRatingRound(),
            state == RatingState.OPEN ? null : found.ratedAt(),
            found.status() == CaseStatus.ANSWERED_DIRECT,
            found.answeredWithMain(),
            found.reporter().wantsCallback());
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

  private List<CaseTrack.Reply> replies(HotlineCase found, Directory directory) {
    return found.tellsReplies()
        ? replies.of(found.id()).stream().map(one -> reply(one, directory)).toList()
        : List.of();
  }

  private static CaseTrack.Reply reply(UnitReply told, Directory directory) {
    return new CaseTrack.Reply(
        told.round(),
        nameZh(told.unitId(), directory),
        nameEn(told.unitId(), directory),
        told.withMain(),
        told.passedAt(),
        told.text());
  }

  private List<Step> steps(HotlineCase found, List<Sibling> others, Directory directory) {
    List<Step> steps = new ArrayList<>();
    steps.add(step(found.registeredAt(), EventType.CASE_REGISTERED));
    if (found.acceptedAt() != null) {
      steps.add(step(found.acceptedAt(), EventType.CASE_ACCEPTED));
    }
    if (found.directAnswer() != null) {
      steps.add(step(found.directAnswer().answeredAt(), EventType.CASE_ANSWERED_DIRECT));
    }
    for (Supplement supplement : supplements.plainOf(found.id())) {
      steps.add(step(supplement.addedAt(), EventType.CASE_SUPPLEMENTED));
    }
    for (Correction correction : corrections.of(found)) {
      steps.add(step(correction.at(), EventType.CASE_CORRECTED));
    }
    // What came after it was split off it.
    others.stream()
        .map(Sibling::registeredAt)
        .filter(at -> at.isAfter(found.registeredAt()))
        .distinct()
        .forEach(at -> steps.add(step(at, EventType.CASE_SPLIT)));
    if (found.lastUrgedAt() != null) {
      steps.add(step(found.lastUrgedAt(), EventType.CASE_URGED));
    }
    for (CaseStep told : following.steps(found.id())) {
      steps.add(step(told, directory));
    }
    if (found.status() == CaseStatus.REFUSED) {
      steps.add(step(found.refusal().refusedAt(), EventType.CASE_REFUSED));
    }
    if (found.transfer() != null) {
      Transfer to = found.transfer();
      steps.add(
          new Step(
              to.at(),
              CitizenWords.zh(EventType.CASE_TRANSFERRED_OUT) + "：" + to.target().zh(),
              CitizenWords.en(EventType.CASE_TRANSFERRED_OUT) + ": " + to.target().en(),
              null));
      if (to.acknowledgedAt() != null) {
        steps.add(step(to.acknowledgedAt(), EventType.CASE_TRANSFER_ACKNOWLEDGED));
      }
    }
    if (found.transferDeclinedAt() != null) {
      steps.add(step(found.transferDeclinedAt(), EventType.CASE_TRANSFER_DECLINED));
    }
    if (found.reopenRequestedAt() != null) {
      steps.add(step(found.reopenRequestedAt(), EventType.CASE_REOPEN_REQUESTED));
    }
    if (found.ownRating().isToldByItself()) {
      steps.add(step(found.ratedAt(), EventType.CASE_RATED));
    }
    if (found.withdrawnAt() != null) {
      steps.add(
          found.isWithdrawnByCitizen()
              ? step(found.withdrawnAt(), EventType.CASE_WITHDRAWN)
              : new Step(
                  found.withdrawnAt(),
                  "热线登记有误，已撤回本单并重新登记",
                  "The hotline had entered it wrongly, took it back and enters it anew",
                  null));
    }
    // Stable: what has the same time stays in the order in which it was added.
    steps.sort(Comparator.comparing(Step::time));
    return steps;
  }

  private static Step step(Instant time, EventType type) {
    return new Step(time, CitizenWords.zh(type), CitizenWords.en(type), null);
  }

  private static Step step(CaseStep told, Directory directory) {
    String unitZh = nameZh(told.unitId(), directory);
    String unitEn = nameEn(told.unitId(), directory);
    if (told.type() == EventType.ASSIGNMENT_SUB_DISPATCHED) {
      return handedDown(told, unitZh, unitEn, directory);
    }
    return new Step(
        told.at(),
        CitizenWords.zh(told.type(), told.result()) + (unitZh == null ? "" : "：" + unitZh),
        CitizenWords.en(told.type(), told.result()) + (unitEn == null ? "" : ": " + unitEn),
        told.until());
  }

  private static String nameZh(String unitId, Directory directory) {
    return directory.unit(unitId).map(unit -> unit.nameZh()).orElse(null);
  }

  private static String nameEn(String unitId, Directory directory) {
    return directory
        .unit(unitId)
        .map(unit -> unit.nameEn() == null ? unit.nameZh() : unit.nameEn())
        .orElse(null);
  }

  /** Who handed it to whom; the words alone while the directory does not know both. */
  private static Step handedDown(CaseStep told, String unitZh, String unitEn, Directory directory) {
    return directory
        .unit(told.result())
        .filter(part -> unitZh != null)
        .map(
            part ->
                new Step(
                    told.at(),
                    "已由" + unitZh + "交由" + part.nameZh() + "办理",
                    "Handed to "
                        + (part.nameEn() == null ? part.nameZh() : part.nameEn())
                        + " by "
                        + unitEn,
                    null))
        .orElseGet(() -> step(told.at(), told.type()));
  }

  private static CaseTrack.Transfer transfer(HotlineCase found) {
    Transfer to = found.transfer();
    return found.status() == CaseStatus.TRANSFERRED_OUT
        ? new CaseTrack.Transfer(
            to.target().zh(), to.target().en(), to.acknowledgedAt(), to.externalRef())
        : null;
  }

  /** A proposal that waits is the centre's own affair. */
  private Refusal refusal(HotlineCase found) {
    return found.status() == CaseStatus.REFUSED
        ? new Refusal(
            CitizenWords.zh(found.refusal().reason()),
            CitizenWords.en(found.refusal().reason()),
            refusals.channelTold(found).orElse(null))
        : null;
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
