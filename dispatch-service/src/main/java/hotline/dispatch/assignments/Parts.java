package hotline.dispatch.assignments;

import hotline.dispatch.cases.Cause;
import hotline.dispatch.cases.HandledCase;
import hotline.dispatch.limits.TimeRules;
import hotline.dispatch.limits.TimeRulesInForce;
import hotline.lifecycle.AssignmentSubDispatchEnded;
import hotline.lifecycle.ContactResult;
import hotline.lifecycle.DirectoryEntry.Unit;
import hotline.lifecycle.Fact;
import hotline.lifecycle.RecallReason;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * What a task and its parts (下派) mean for each other. The caller has locked the row of the case, so
 * that all of its tasks stand still.
 */
@ApplicationScoped
public class Parts {

  private final AssignmentRepository assignments;
  private final HandlingRecords records;
  private final RecallTasks recall;
  private final TimeRulesInForce timeRules;

  Parts(
      AssignmentRepository assignments,
      HandlingRecords records,
      RecallTasks recall,
      TimeRulesInForce timeRules) {
    this.assignments = assignments;
    this.records = records;
    this.recall = recall;
    this.timeRules = timeRules;
  }

  /** What a part began with: to be stored and said together. */
  public record Begun(Assignment part, List<Fact> facts) {}

  /** Gives a unit below its part, due by then; nothing is stored yet. */
  public Begun begin(Held whole, Unit unit, Instant due, String note, Cause cause) {
    HandledCase of = whole.handledCase();
    TimeRules rules = timeRules.recent();
    // To the minute, as the due time is.
    Instant start = cause.at().truncatedTo(ChronoUnit.MINUTES);
    Assignment part =
        Assignment.part(
            of,
            whole.assignment(),
            unit,
            PartLimits.of(
                rules.policy().limits(of.kind(), of.urgency(), whole.assignment().round()),
                start,
                due,
                rules.calendar()),
            note,
            start,
            cause.at(),
            rules);
    List<Fact> facts = new ArrayList<>();
    facts.add(of.say(whole.assignment().handDown(part, cause.at()), cause));
    facts.add(of.say(part.created(), cause));
    return new Begun(part, facts);
  }

  /** The task of which this is a part; none when the centre gave it. */
  public Optional<Assignment> whole(Assignment part) {
    return Optional.ofNullable(part.handedDown().parentId()).map(assignments::findById);
  }

  /** A part is over: the unit above goes on when it was the last one. */
  public void partEnded(Held part, Assignment whole, Cause cause, List<Fact> facts) {
    facts.addAll(new Held(part.handledCase(), whole).sayMissed(cause));
    AssignmentSubDispatchEnded ended = whole.takeBackPart(cause.at());
    if (ended != null) {
      facts.add(part.handledCase().say(ended, cause));
    }
  }

  /**
   * Everything that was handed down of a task that is over ends with it, without a fault of
   * anybody: also what was handed on from there.
   *
   * @return the parts that ended
   */
  public List<Assignment> endOf(Held whole, Cause cause, List<Fact> facts) {
    List<Assignment> ended =
        openBelow(whole.assignment(), assignments.openOf(List.of(whole.handledCase().caseId())));
    recall.recall(whole.handledCase(), ended, RecallReason.LEAD_CHANGED, null, cause, facts);
    return ended;
  }

  /** What was handed down of that task and is open, also what was handed on from there. */
  static List<Assignment> openBelow(Assignment whole, List<Assignment> tasks) {
    List<Assignment> below = new ArrayList<>();
    List<UUID> above = new ArrayList<>(List.of(whole.assignmentId()));
    // It grows on the way, in whatever order they are given.
    for (int i = 0; i < above.size(); i++) {
      for (Assignment task : tasks) {
        if (!task.isOver() && above.get(i).equals(task.handedDown().parentId())) {
          below.add(task);
          above.add(task.assignmentId());
        }
      }
    }
    return below;
  }

  /** The same tasks, each behind what it is a part of, in whatever order they are given. */
  static List<Held> wholesFirst(List<Held> tasks) {
    Map<UUID, Assignment> byId = new HashMap<>();
    tasks.forEach(held -> byId.put(held.assignment().assignmentId(), held.assignment()));
    return tasks.stream()
        .sorted(Comparator.comparingInt(held -> depth(held.assignment(), byId)))
        .toList();
  }

  private static int depth(Assignment task, Map<UUID, Assignment> byId) {
    Assignment above = byId.get(task.handedDown().parentId());
    return above == null ? 0 : 1 + depth(above, byId);
  }

  /**
   * Who is below reached the citizen, or tried to: so did the units above that had not yet. The
   * citizen is called once.
   */
  void contacted(
      HandledCase of, Assignment part, ContactAttempt attempt, Cause cause, List<Fact> facts) {
    Optional<Assignment> above = whole(part);
    while (above.isPresent() && above.get().contactedAt() == null) {
      Assignment whole = above.get();
      facts.addAll(new Held(of, whole).sayMissed(cause));
      ContactResult result = attempt.result();
      facts.add(of.say(whole.contact(result, cause.at(), timeRules::recent), cause));
      records.add(
          whole.assignmentId(),
          new ContactAttempt(
              whole.attempts(),
              result,
              attempt.channel(),
              attempt.note(),
              cause.at(),
              cause.actor()));
      above = whole(whole);
    }
  }
}
