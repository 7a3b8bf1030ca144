package hotline.intake.cases;

import hotline.access.IllegalMove;
import hotline.lifecycle.CaseStatus;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/** The citizen cannot rate now; says why and what becomes of it. */
public class RatingRefused extends IllegalMove {
  private static final long serialVersionUID = 1L;

  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(ZoneId.of("Asia/Shanghai"));

  private RatingRefused(String slug, String zh, String en) {
    super(slug, zh, en);
  }

  static RatingRefused ratedAlready(Instant at) {
    RatingRefused refused =
        new RatingRefused(
            "rated-already",
            "您已于 " + MINUTE.format(at) + " 评价过本次办理结果，每次结果只评价一次。请刷新查看处理情况。",
            "You rated this result at "
                + MINUTE.format(at)
                + "; each result is rated once. Refresh to see what became of it.");
    refused.with("ratedAt", at.toString());
    return refused;
  }

  static RatingRefused anotherResult(int round) {
    RatingRefused refused =
        new RatingRefused(
            "another-result",
            "您看到的办理结果之后又有了新的办理结果，这次评价没有登记。请刷新，看过新的结果后再评价。",
            "There is a newer result than the one that you read; this rating was not recorded."
                + " Refresh, read the newer one and rate that.");
    refused.with("round", round);
    return refused;
  }

  static RatingRefused nothingWaits(CaseStatus status) {
    RatingRefused refused =
        new RatingRefused(
            "nothing-to-rate",
            "该诉求现为“" + status.zh() + "”，没有等待评价的办理结果。请刷新查看最新状态。",
            "The request is \""
                + status.en()
                + "\" now; no result waits for a rating. Refresh to see where it stands.");
    refused.with("caseStatus", status.name());
    return refused;
  }
}
