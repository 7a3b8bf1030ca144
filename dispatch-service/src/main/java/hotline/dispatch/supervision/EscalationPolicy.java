package hotline.dispatch.supervision;

import hotline.calendar.ClockTerms;
import hotline.calendar.DueTime;
import hotline.calendar.Limit;
import hotline.calendar.LimitRule;
import hotline.calendar.WorkCalendar;
import hotline.dispatch.limits.LatestStart;
import hotline.dispatch.supervision.Situation.Task;
import hotline.lifecycle.AssignmentStatus;
import hotline.lifecycle.EscalationCause;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Reads off a situation when which rule asks which tier: pure, the time is given. */
final class EscalationPolicy {

  private final WorkCalendar calendar;

  EscalationPolicy(WorkCalendar calendar) {
    this.calendar = calendar;
  }

  /**
   * A rule asks a tier at a moment.
   *
   * @param tier 0 is the next higher unit
   * @param since from when the limit counts, backwards from a due time that is near; null for a
   *     number of rounds
   */
  record Step(EscalationRule rule, int tier, Instant at, Instant since) {

    /** That a lead's reply is late because its co-handlers work is no fault of the lead. */
    boolean opensOrder(Situation situation) {
      return tier == 0
          && rule.orderLevel() != null
          && situation.task() != null
          && !(rule.cause() == EscalationCause.OVERDUE && situation.task().waitsForCoUnits());
    }
  }

  /**
   * Every step that these rules know for the situation, also those to come, in the order of time.
   *
   * @param tiers how many units there are above
   */
  List<Step> steps(Situation situation, List<EscalationRule> rules, int tiers) {
    List<Step> steps = new ArrayList<>();
    for (EscalationRule rule : rules) {
      if (rule.isAbout(situation.urgency())) {
        first(rule, situation).ifPresent(step -> addTiers(steps, step, tiers));
      }
    }
    steps.sort(
        Comparator.comparing(Step::at)
            .thenComparing(Step::tier)
            .thenComparing(step -> step.rule().ruleId()));
    return steps;
  }

  private void addTiers(List<Step> steps, Step first, int tiers) {
    Step step = first;
    for (int tier = 0; tier < tiers; tier++) {
      if (tier > 0) {
        if (first.rule().nextTierAfter() == null) {
          return;
        }
        step =
            new Step(
                first.rule(), tier, after(step.at(), first.rule().nextTierAfter()), first.since());
      }
      steps.add(step);
    }
  }

  private Optional<Step> first(EscalationRule rule, Situation situation) {
    Task task = situation.task();
    return switch (rule.cause()) {
      case UNDISPATCHED ->
          situation.waitsForDispatch() ? counted(rule, situation.waitingSince()) : Optional.empty();
      case UNSIGNED ->
          // Not while its return waited, nor the time that the answer took.
          task != null && task.status() == AssignmentStatus.PENDING_SIGN
              ? counted(rule, task.lastAct())
              : Optional.empty();
      case NEAR_DUE -> inHand(task) ? nearDue(rule, task) : Optional.empty();
      case OVERDUE -> inHand(task) ? counted(rule, overdueSince(task)) : Optional.empty();
      case SILENT ->
          task != null && task.isToAct() ? counted(rule, task.lastAct()) : Optional.empty();
      case ROUNDS ->
          task != null && task.isLead() && situation.round() >= rule.rounds()
              ? Optional.of(new Step(rule, 0, task.createdAt(), null))
              : Optional.empty();
      case UNREVIEWED ->
          task != null && task.status() == AssignmentStatus.REPLY_SUBMITTED
              ? counted(rule, task.repliedAt())
              : Optional.empty();
    };
  }

  /** Nobody is late before the task began: what was overdue in an old system counts from here. */
  private static Instant overdueSince(Task task) {
    return task.replyDue().isAfter(task.createdAt()) ? task.replyDue() : task.createdAt();
  }

  private static boolean inHand(Task task) {
    return task != null && task.isInHand();
  }

  private Optional<Step> counted(EscalationRule rule, Instant since) {
    return Optional.of(new Step(rule, 0, after(since, rule.limit()), since));
  }

  /** A limit that is shorter than the warning has no warning. */
  private Optional<Step> nearDue(EscalationRule rule, Task task) {
    Instant warning = LatestStart.of(rule.limit(), task.replyDue(), calendar);
    return warning.isAfter(task.createdAt())
        ? Optional.of(new Step(rule, 0, warning, task.replyDue()))
        : Optional.empty();
  }

  private Instant after(Instant since, Limit limit) {
    return DueTime.compute(ClockTerms.of(since, LimitRule.of(limit)), calendar);
  }
}
