package hotline.dispatch.assignments;

import hotline.access.IllegalMove;
import java.time.Instant;

/** The day on which the hold should end has come before anybody decided. */
public final class HoldOver extends IllegalMove {

  private static final long serialVersionUID = 1L;

  public HoldOver(Instant resumeAt) {
    super(
        "hold-over",
        "申请的恢复时间 " + CityTime.zh(resumeAt) + " 已过，不能再批准挂起，请驳回。",
        "The hold would have ended on "
            + CityTime.en(resumeAt)
            + "; it cannot be granted any more, refuse it.");
    with("resumeAt", resumeAt.toString());
  }
}
