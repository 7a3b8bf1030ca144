package hotline.intake.cases;

import hotline.access.IllegalMove;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/** The closed case stays closed; says what can be done instead. */
public class ReopeningRefused extends IllegalMove {
  private static final long serialVersionUID = 1L;

  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(ZoneId.of("Asia/Shanghai"));

  private ReopeningRefused(String slug, String zh, String en) {
    super(slug, zh, en);
  }

  /**
   * @param until null of a case that was closed before this was kept
   */
  static ReopeningRefused afterItsWindow(Instant until) {
    String till = until == null ? "" : MINUTE.format(until);
    ReopeningRefused refused =
        new ReopeningRefused(
            "reopen-window-passed",
            (until == null ? "该工单已不能重开" : "该工单可在 " + till + " 前申请重开，现已过期")
                + "。如问题仍在，请登记新的诉求并写明原工单编号。",
            (until == null
                    ? "The case cannot be reopened any more"
                    : "It could be reopened until " + till)
                + ". If the problem is still there, register it anew and give the number of this case.");
    if (until != null) {
      refused.with("reopenUntil", until.toString());
    }
    return refused;
  }

  static ReopeningRefused withoutARound() {
    return new ReopeningRefused(
        "no-round-left",
        "该工单的重办次数已用完，或属于不重办的类型，只能由督办员重开。请拨打 12345 反映，或登记新的诉求。",
        "No round is left for this case, or its kind is not handled again: only a supervisor can reopen it."
            + " Call 12345 about it, or register it anew.");
  }

  static ReopeningRefused askedAlready(Instant at) {
    ReopeningRefused refused =
        new ReopeningRefused(
            "reopening-asked-already",
            "已于 " + MINUTE.format(at) + " 申请重开，正在处理，请稍后刷新查看。",
            "Reopening was asked for at "
                + MINUTE.format(at)
                + " and is under way; look again in a moment.");
    refused.with("requestedAt", at.toString());
    return refused;
  }
}
