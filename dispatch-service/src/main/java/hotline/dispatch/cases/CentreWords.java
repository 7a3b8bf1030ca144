package hotline.dispatch.cases;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;

/**
 * What was said of the clocks of the centre's own duties (预审、派单、审核): each word once.
 *
 * <p>Replies of several units may wait for their review side by side, all with the same limit:
 * whichever began first ends first. So what was said of one was said of those before it.
 */
@Embeddable
public class CentreWords {

  private boolean screeningMissed;

  @Column(name = "centre_warned")
  private Instant warned;

  @Column(name = "centre_missed")
  private Instant missed;

  protected CentreWords() {}

  /** Nobody screened it in time, as intake has said. */
  public void missScreening() {
    screeningMissed = true;
  }

  public boolean screeningMissed() {
    return screeningMissed;
  }

  /** It is screened once more, with a clock that begins anew. */
  public void beginScreening() {
    screeningMissed = false;
  }

  /**
   * @param due the due time that was said to approach
   */
  public void warn(Instant due) {
    warned = due;
  }

  /**
   * @param start of the clock that was said to have run out
   */
  public void miss(Instant start) {
    missed = start;
  }

  /** The case lies elsewhere: the next duty has another limit. */
  void moveOn() {
    warned = null;
  }

  /** Whether that due time was said to approach. */
  public boolean warned(Instant due) {
    return warned != null && !due.isAfter(warned);
  }

  /** Whether the clock that began then was said to have run out. */
  public boolean missed(Instant start) {
    return missed != null && !start.isAfter(missed);
  }
}
