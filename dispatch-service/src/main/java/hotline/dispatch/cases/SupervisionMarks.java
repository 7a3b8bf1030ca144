package hotline.dispatch.cases;

import jakarta.persistence.Embeddable;
import java.time.Instant;

/**
 * What supervision and leaders have done about a case, counted (催办、督办、升级、责任单、批示、包案): for lists,
 * which read no record behind it.
 */
@Embeddable
public class SupervisionMarks {

  private int centreUrges;
  private Instant lastCentreUrge;
  private int openOrders;
  private int escalations;
  private Integer escalatedTo;
  private int openInstructions;
  private boolean owned;
  private boolean openNotice;

  protected SupervisionMarks() {}

  /** Returns the number of the urge. */
  public int urge(Instant at) {
    lastCentreUrge = at;
    return ++centreUrges;
  }

  public void orderOpened() {
    openOrders++;
  }

  public void orderClosed() {
    openOrders--;
  }

  public void instructionGiven() {
    openInstructions++;
  }

  public void instructionEnded() {
    openInstructions--;
  }

  public void ownerAssigned() {
    owned = true;
  }

  public void ownerReleased() {
    owned = false;
  }

  /** Returns the number of the escalation; the highest tier that was ever asked stays known. */
  public int escalate(int level) {
    escalatedTo = escalatedTo == null ? level : Math.min(escalatedTo, level);
    return ++escalations;
  }

  /** A responsibility notice is out (六联责任单). */
  public void noticeIssued() {
    openNotice = true;
  }

  public void noticeEnded() {
    openNotice = false;
  }

  public boolean openNotice() {
    return openNotice;
  }

  public int centreUrges() {
    return centreUrges;
  }

  public Instant lastCentreUrge() {
    return lastCentreUrge;
  }

  public int openOrders() {
    return openOrders;
  }

  public int openInstructions() {
    return openInstructions;
  }

  /** Whether a leader owns the case now. */
  public boolean owned() {
    return owned;
  }

  /** Level of the highest tier that was asked to coordinate; null when none was. */
  public Integer escalatedTo() {
    return escalatedTo;
  }
}
