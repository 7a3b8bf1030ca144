package hotline.dispatch.cases;

import hotline.lifecycle.CaseMoves;
import hotline.lifecycle.CaseStatus;
import hotline.lifecycle.DispatchEvent;
import hotline.lifecycle.Fact;
import hotline.lifecycle.Move;
import java.util.UUID;

/**
 * What saying a fact needs of a case whose row is locked: for batches that say what leaves the case
 * as it is, and load no more of it.
 */
public final class CaseLine {

  private final UUID caseId;
  private final String caseNo;
  private final CaseStatus status;
  private long sequence;

  public CaseLine(UUID caseId, String caseNo, CaseStatus status, long sequence) {
    this.caseId = caseId;
    this.caseNo = caseNo;
    this.status = status;
    this.sequence = sequence;
  }

  /** Makes a fact of this service true; its number has to be written before the commit. */
  public Fact say(DispatchEvent event, Cause cause) {
    Move<CaseStatus> move = CaseMoves.move(status, event);
    if (!move.effective()) {
      throw new CaseHasMovedOn(status);
    }
    if (move.to() != status) {
      throw new IllegalArgumentException(event.type().wireName() + " moves a case");
    }
    sequence++;
    return new Fact(cause.envelope(caseId, caseNo, sequence), event);
  }

  public boolean isOver() {
    return CaseMoves.over(status);
  }

  public UUID caseId() {
    return caseId;
  }

  public long sequence() {
    return sequence;
  }
}
