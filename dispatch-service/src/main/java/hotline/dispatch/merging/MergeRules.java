package hotline.dispatch.merging;

import hotline.access.Refusal;
import hotline.dispatch.assignments.Assignment;
import hotline.dispatch.cases.CaseHasMovedOn;
import hotline.dispatch.cases.HandledCase;
import hotline.lifecycle.CaseStatus;
import hotline.lifecycle.MergeReason;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * Which case may be handled together with which: pure, each refusal with its reason. That the two
 * demand the same is what the dispatcher judges, with both side by side.
 */
final class MergeRules {

  /** The reply to the main case answers all of them in one transaction. */
  static final int MOST_CALLS = 2000;

  private MergeRules() {}

  /** What refuses it whatever the reason; empty when the dispatcher may decide. */
  static Optional<Refusal> obstacle(HandledCase one, HandledCase main, List<Assignment> openTasks) {
    if (one.caseId().equals(main.caseId())) {
      return Optional.of(MergeRefused.itself());
    }
    // First of all that is known of the two: that one is of a call with another, it must not tell.
    if (one.isProtected() || main.isProtected()) {
      return Optional.of(MergeRefused.isProtected());
    }
    if (one.isOfSameCallAs(main)) {
      return Optional.of(MergeRefused.sameCall());
    }
    if (!isMergeable(one.status())) {
      return Optional.of(new CaseHasMovedOn(one.status()));
    }
    if (openTasks.stream().anyMatch(task -> task.signedAt() != null)) {
      return Optional.of(MergeRefused.signed());
    }
    if (one.hasMerged()) {
      return Optional.of(MergeRefused.isMain());
    }
    return obstacleOfMain(main);
  }

  /** What keeps a case that may be told of from being the main one, whichever is merged. */
  static Optional<Refusal> obstacleOfMain(HandledCase main) {
    if (main.isMerged()) {
      return Optional.of(MergeRefused.intoMerged());
    }
    if (main.status() == CaseStatus.ON_HOLD) {
      return Optional.of(MergeRefused.mainOnHold());
    }
    if (!isHandled(main.status())) {
      return Optional.of(MergeRefused.mainNotOpen(main));
    }
    return Optional.empty();
  }

  /** Whether what the reason says is so. */
  static void check(
      MergeReason reason, HandledCase one, HandledCase main, String respondent, String ofMain) {
    if (reason == MergeReason.SAME_PLACE && !Objects.equals(respondent, ofMain)) {
      throw MergeRefused.aboutAnotherUnit();
    }
    if (!reasons(one, main, respondent, ofMain).contains(reason)) {
      throw reason == MergeReason.SAME_PLACE
          ? MergeRefused.otherPlace()
          : MergeRefused.otherRespondent();
    }
  }

  /**
   * A call of an incident: that it is about the same is what its seat said while the caller was on
   * the line. The place of the matter is that of the main case, wherever the callers are.
   */
  static Optional<Refusal> obstacleOfCall(
      HandledCase one, HandledCase main, String respondent, String ofMain) {
    if (!main.caseId().equals(one.sameAs())) {
      return Optional.of(MergeRefused.notProposed());
    }
    return Objects.equals(respondent, ofMain)
        ? Optional.empty()
        : Optional.of(MergeRefused.aboutAnotherUnit());
  }

  /**
   * What the two have in common.
   *
   * @param respondent the unit that the case complains about; null when there is none
   */
  static List<MergeReason> reasons(
      HandledCase one, HandledCase main, String respondent, String ofMain) {
    List<MergeReason> reasons = new ArrayList<>();
    boolean samePlace =
        isWithin(one.placePath(), main.placePath()) || isWithin(main.placePath(), one.placePath());
    // Whoever handles the main case answers both: it must not be the unit that one complains about.
    if (samePlace && Objects.equals(respondent, ofMain)) {
      reasons.add(MergeReason.SAME_PLACE);
    }
    if (respondent != null && respondent.equals(ofMain)) {
      reasons.add(MergeReason.SAME_RESPONDENT);
    }
    return reasons;
  }

  /**
   * Whether the reply to the main case may be the answer of this one as well: a correction may have
   * named another unit since they were merged, and that one may be who replied.
   *
   * @param respondents the units complained about, of the cases whose text is here
   */
  static boolean isAnsweredWith(
      HandledCase main, HandledCase one, Map<UUID, Optional<String>> respondents) {
    return Objects.equals(respondents.get(one.caseId()), respondents.get(main.caseId()));
  }

  /** What screening still has is not merged: until it is accepted, intake decides about it. */
  private static boolean isMergeable(CaseStatus status) {
    return status == CaseStatus.PENDING_DISPATCH || status == CaseStatus.DISPATCHED;
  }

  /**
   * A reply is still to come that may answer both. One that has passed was written without the
   * other request, and the clock of one on hold stands still while the other's may not.
   */
  private static boolean isHandled(CaseStatus status) {
    return switch (status) {
      case PENDING_DISPATCH, DISPATCHED, HANDLING, PENDING_REVIEW, REHANDLING -> true;
      case DRAFT,
          REGISTERED,
          SCREENING,
          ANSWERED_DIRECT,
          REFUSED,
          TRANSFERRED_OUT,
          ON_HOLD,
          PENDING_CALLBACK,
          CLOSED,
          ARCHIVED,
          MERGED,
          WITHDRAWN ->
          false;
    };
  }

  private static boolean isWithin(String path, String other) {
    return path.equals(other) || path.startsWith(other + "/");
  }
}
