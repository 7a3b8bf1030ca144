package hotline.intake.outages;

import hotline.access.IllegalMove;
import java.time.Instant;

/** The time for typing in the forms of an outage has passed. */
public class OutageIsOver extends IllegalMove {
  private static final long serialVersionUID = 1L;

  OutageIsOver(Instant until) {
    super(
        "outage-is-over",
        "该停用时段的补录期限已过，请按现在的时间登记，并在内容中写明来电时间。",
        "The time for typing in forms of this outage has passed; register the request as of now and"
            + " write into it when it came in.");
    with("until", until.toString());
  }
}
