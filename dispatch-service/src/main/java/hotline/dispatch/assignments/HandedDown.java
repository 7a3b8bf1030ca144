package hotline.dispatch.assignments;

import hotline.lifecycle.AssignmentStatus;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
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

  // Where the unit stands behind what it handed down: with its clocks, and back there afterwards.
  @Enumerated(EnumType.STRING)
  private AssignmentStatus workedAt;

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
  void hand(AssignmentStatus status, Instant at) {
    workedAt = standsAt(status);
    openParts++;
    handedAt = at;
  }

  /**
   * A part is over.
   *
   * @return whether it was the last one, so that the unit goes on itself
   */
  boolean takeBack(Instant at) {
    openParts--;
    handedAt = at;
    return openParts == 0;
  }

  /** Where the unit goes on. */
  AssignmentStatus goOn() {
    AssignmentStatus to = workedAt;
    workedAt = null;
    return to;
  }

  /** The citizen was reached from below, or by the unit itself. */
  void stand(AssignmentStatus at) {
    workedAt = at;
  }

  /** The task is over, and its parts with it. */
  void end() {
    openParts = 0;
    workedAt = null;
  }

  /**
   * With which clocks the unit stands. An instance of before sub-dispatch that ended the task left
   * behind where it stood.
   */
  AssignmentStatus standsAt(AssignmentStatus status) {
    return status == AssignmentStatus.SUBDISPATCHED ? workedAt : status;
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
