package hotline.dispatch.assignments;

import hotline.access.IllegalMove;
import java.time.Instant;

/** More time is asked for before the time is over. */
public final class ExtensionAfterDue extends IllegalMove {

  private static final long serialVersionUID = 1L;

  public ExtensionAfterDue(Instant due) {
    super(
        "extension-after-due",
        "答复时限已于 " + CityTime.zh(due) + " 到期，延期须在到期前申请。",
        "The reply was due on "
            + CityTime.en(due)
            + "; more time is asked for before the due time.");
    with("replyDue", due.toString());
  }
}
