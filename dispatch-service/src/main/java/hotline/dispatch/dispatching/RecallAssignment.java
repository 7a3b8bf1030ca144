package hotline.dispatch.dispatching;

import hotline.access.Actor;
import hotline.access.IfMatch;
import hotline.access.Violations;
import hotline.dispatch.assignments.Assignment;
import hotline.dispatch.assignments.AssignmentRepository;
import hotline.dispatch.assignments.Held;
import hotline.dispatch.assignments.Outcome;
import hotline.dispatch.assignments.RequestRecords;
import hotline.dispatch.cases.Cause;
import hotline.dispatch.directory.DirectoryStore;
import hotline.dispatch.disputes.DisputeRecords;
import hotline.dispatch.disputes.DisputeRecords.Ending;
import hotline.dispatch.limits.TimeRulesInForce;
import hotline.lifecycle.DirectoryEntry.Unit;
import hotline.lifecycle.Fact;
import hotline.lifecycle.RecallReason;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A dispatcher takes a task back (收回), and may give it to another unit at once (改派). */
@ApplicationScoped
public class RecallAssignment {

  private static final int LONGEST_NOTE = 500;

  private final AssignmentRepository assignments;
  private final RequestRecords requests;
  private final DisputeRecords disputes;
  private final DirectoryStore directory;
  private final GiveOn giveOn;
  private final TimeRulesInForce timeRules;
  private final Clock clock;

  RecallAssignment(
      AssignmentRepository assignments,
      RequestRecords requests,
      DisputeRecords disputes,
      DirectoryStore directory,
      GiveOn giveOn,
      TimeRulesInForce timeRules,
      Clock clock) {
    this.assignments = assignments;
    this.requests = requests;
    this.disputes = disputes;
    this.directory = directory;
    this.giveOn = giveOn;
    this.timeRules = timeRules;
    this.clock = clock;
  }

  /** Why, and who gets it instead; without a unit the case waits for dispatch. */
  @Schema(name = "RecallEntry")
  public record Entry(RecallReason reason, String note, String toUnitId) {

    void check() {
      new Violations()
          .require(reason != null, "reason", "required", "请选择改派原因。", "Say why it is taken back.")
          .require(
              reason == null || reason.isByHand(),
              "reason",
              "not-by-hand",
              "该原因由系统填写，请选择其他原因。",
              "The system gives this reason; choose another one.")
          .atMost(note, LONGEST_NOTE, "note")
          .throwIfAny();
    }
  }

  @Transactional
  public Outcome recall(Actor actor, UUID assignmentId, IfMatch expected, Entry entry) {
    entry.check();
    Unit to = NextUnit.of(entry.toUnitId(), directory.recent());
    Held held = assignments.lock(assignmentId);
    Assignment assignment = held.assignment();
    held.requireOfCentre();
    expected.check(assignment.version());
    Cause cause = Cause.by(actor, clock);
    boolean asked = assignment.openRequest() != null;
    boolean disputed = assignment.isInDispute();
    List<Fact> facts = new ArrayList<>(held.sayMissed(cause));
    facts.add(
        held.handledCase()
            .say(
                assignment.recall(entry.reason(), entry.note(), cause.at(), timeRules.recent()),
                cause));
    if (asked) {
      requests.lapse(List.of(assignmentId), cause.at());
    }
    if (disputed) {
      disputes.end(List.of(assignmentId), Ending.RECALLED, cause.at());
    }
    giveOn.give(held, to, entry.note(), cause, facts);
    return Outcome.of(assignment, null);
  }
}
