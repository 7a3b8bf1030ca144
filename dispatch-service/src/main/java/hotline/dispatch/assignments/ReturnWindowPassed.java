package hotline.dispatch.assignments;

import hotline.access.IllegalMove;
import java.time.Instant;

/** The unit has had its time to say that the case is not its own. */
public final class ReturnWindowPassed extends IllegalMove {

  private static final long serialVersionUID = 1L;

  public ReturnWindowPassed(Instant until) {
    super(
        "return-window-passed",
        "退单期限已于 " + CityTime.zh(until) + " 截止，视为接受，请继续办理。",
        "The window for returns ended on "
            + CityTime.en(until)
            + "; the case counts as accepted, go on with it.");
    with("returnUntil", until.toString());
  }
}
