package hotline.dispatch.supervision;

import hotline.access.IllegalMove;
import hotline.calendar.Limit;
import java.time.Instant;

/** The case was urged a short while ago: nobody reads what comes every hour. */
public final class UrgedRecently extends IllegalMove {

  private static final long serialVersionUID = 1L;

  public UrgedRecently(Limit every, Instant again) {
    super(
        "urged-recently",
        "该工单刚催办过，" + every.zh() + "内只能催办一次。",
        "This case was urged a short while ago; it can be urged once in " + every.en() + ".");
    with("nextUrgeAt", again.toString());
  }
}
