package hotline.dispatch.assignments;

import hotline.lifecycle.AssignmentSubDispatchEnded;
import hotline.lifecycle.AssignmentSubDispatched;
import hotline.lifecycle.DeadlineKind;
import hotline.lifecycle.EventType;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.util.UUID;

/**
 * What a task has to do with sub-dispatch (下派): whose part it is, and what of it lies with units
 * below. The unit above stays responsible; its own clocks run on meanwhile.
 */
@Embeddable
public class HandedDown {

  private UUID parentId;
  private String parentUnitId;

  @Column(name = "part_note")
  private String note;

  private int openParts;

  private Instant handedAt;

  protected HandedDown() {}

  /** Of a task that the centre gave. */
  static HandedDown nothing() {
    return new HandedDown();
  }

  static HandedDown partOf(UUID parentId, String parentUnitId, String note) {
    HandedDown part = new HandedDown();
    part.parentId = parentId;
    part.parentUnitId = parentUnitId;
    part.note = note;
    return part;
  }

  /** One more part is open. */
  AssignmentSubDispatched hand(Assignment whole, Assignment part, Instant at) {
    whole.standing().handDown();
    whole.turnClocks();
    openParts++;
    handedAt = at;
    return new AssignmentSubDispatched(
        whole.assignmentId(),
        whole.round(),
        whole.role(),
        whole.unitId(),
        part.assignmentId(),
        part.unitId(),
        part.clocks().due(DeadlineKind.REPLY));
  }

  /** A part is over: after the last one the unit goes on itself; null before. */
  AssignmentSubDispatchEnded takeBack(Assignment whole, Instant at) {
    whole.standing().check(EventType.ASSIGNMENT_SUB_DISPATCH_ENDED);
    openParts--;
    handedAt = at;
    if (openParts > 0) {
      return null;
    }
    whole.standing().haveBack();
    whole.turnClocks();
    whole.clocks().restart();
    return new AssignmentSubDispatchEnded(
        whole.assignmentId(), whole.round(), whole.role(), whole.unitId(), whole.status());
  }

  /** The task is over, and its parts with it. */
  void end() {
    openParts = 0;
  }

  /** The later of that moment and when something was last handed down or came back. */
  Instant since(Instant other) {
    return handedAt == null || other.isAfter(handedAt) ? other : handedAt;
  }

  /** The task of which it is a part; null for one that the centre gave. */
  public UUID parentId() {
    return parentId;
  }

  public String parentUnitId() {
    return parentUnitId;
  }

  /** What the unit above asked for; null when it said nothing. */
  public String note() {
    return note;
  }

  /** Whether anything of it was ever handed down. */
  boolean hasParts() {
    return handedAt != null;
  }

  int openParts() {
    return openParts;
  }

  public boolean isPart() {
    return parentId != null;
  }
}
