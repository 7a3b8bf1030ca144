package hotline.dispatch.cases;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;

/** What was said of the clocks of the centre's own duties (预审、派单、审核): each word once. */
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

  /** The due time that was said to approach last; null for none. */
  public Instant warned() {
    return warned;
  }

  /** Whether the clock that began then was said to have run out. */
  public boolean missed(Instant start) {
    return start.equals(missed);
  }
}
