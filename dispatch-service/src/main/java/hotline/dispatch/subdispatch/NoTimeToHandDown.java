package hotline.dispatch.subdispatch;

import hotline.access.IllegalMove;
import hotline.calendar.Limit;
import hotline.dispatch.assignments.CityTime;
import java.time.Instant;

/** What is left of the unit's own time is what it needs for itself. */
public final class NoTimeToHandDown extends IllegalMove {

  private static final long serialVersionUID = 1L;

  public NoTimeToHandDown(Instant latest, Limit buffer) {
    super(
        "no-time-to-hand-down",
        "下派任务最迟须在 " + CityTime.zh(latest) + " 到期（本单位留 " + buffer.zh() + "审核答复），现已过时，请直接办理。",
        "What is handed down would have to be due by "
            + CityTime.en(latest)
            + ", since "
            + buffer.en()
            + " are kept for your own reply. That has passed: handle it yourselves.");
    with("latestDue", latest.toString());
  }
}
