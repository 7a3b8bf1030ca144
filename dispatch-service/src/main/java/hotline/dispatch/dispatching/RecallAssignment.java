package hotline.dispatch.dispatching;

import hotline.access.Actor;
import hotline.access.IfMatch;
import hotline.dispatch.assignments.Assignment;
import hotline.dispatch.assignments.AssignmentRepository;
import hotline.dispatch.assignments.Held;
import hotline.dispatch.assignments.Outcome;
import hotline.dispatch.assignments.RecallTasks;
import hotline.dispatch.cases.Cause;
import hotline.dispatch.directory.DirectoryStore;
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

  private final AssignmentRepository assignments;
  private final RecallTasks recall;
  private final DirectoryStore directory;
  private final GiveOn giveOn;
  private final Clock clock;

  RecallAssignment(
      AssignmentRepository assignments,
      RecallTasks recall,
      DirectoryStore directory,
      GiveOn giveOn,
      Clock clock) {
    this.assignments = assignments;
    this.recall = recall;
    this.directory = directory;
    this.giveOn = giveOn;
    this.clock = clock;
  }

  /** Why, and who gets it instead; without a unit the case waits for dispatch. */
  @Schema(name = "RecallEntry")
  public record Entry(RecallReason reason, String note, String toUnitId) {

    void check() {
      RecallTasks.checkByHand(reason, note, "请选择改派原因。");
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
    List<Fact> facts = new ArrayList<>(held.sayMissed(cause));
    recall.recall(
        held.handledCase(), List.of(assignment), entry.reason(), entry.note(), cause, facts);
    giveOn.give(held, to, entry.note(), cause, facts);
    return Outcome.of(assignment, null);
  }
}
