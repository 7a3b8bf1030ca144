package hotline.reporting.ranking;

import hotline.access.IllegalMove;
import java.time.Instant;

/** Why something cannot be done with a ranking as it stands. */
final class RankingRefusal extends IllegalMove {

  private static final long serialVersionUID = 1L;

  private RankingRefusal(String slug, String zh, String en) {
    super(slug, zh, en);
  }

  static RankingRefusal notInCheck(RankingStatus status) {
    RankingRefusal refusal =
        new RankingRefusal(
            "ranking-moved-on",
            "该排名已发布或已撤回，不在核对期。请刷新查看；已发布的排名只能以更正方式修改。",
            "This ranking was published or taken back. Refresh to see it; what is published is only"
                + " corrected by an erratum.");
    refusal.with("rankingStatus", status.name());
    return refusal;
  }

  static RankingRefusal notPublished(RankingStatus status) {
    RankingRefusal refusal =
        new RankingRefusal(
            "ranking-not-published",
            "该排名尚未发布，或已撤回，不能更正。核对期内请通过异议处理重新计算。",
            "This ranking is not published, so there is nothing to correct: decide objections"
                + " instead.");
    refusal.with("rankingStatus", status.name());
    return refusal;
  }

  static RankingRefusal windowPassed(Instant until) {
    RankingRefusal refusal =
        new RankingRefusal(
            "check-window-passed",
            "核对期已结束，不能再提出异议。如有确凿依据，请联系考核员，由其在发布后提出更正。",
            "The time to object has passed. Tell the assessment clerk, who may propose an erratum.");
    refusal.with("checkUntil", until.toString());
    return refusal;
  }

  static RankingRefusal windowOpen(Instant until) {
    RankingRefusal refusal =
        new RankingRefusal(
            "check-window-open",
            "核对期尚未结束，到期后方可冻结发布。",
            "Units may still object; freeze the ranking when their time has ended.");
    refusal.with("checkUntil", until.toString());
    return refusal;
  }

  static RankingRefusal objectionsOpen(long open) {
    RankingRefusal refusal =
        new RankingRefusal(
            "objections-open",
            "还有 " + open + " 件异议未处理，请先逐件处理。",
            "Objections are open (" + open + "); decide each of them first.");
    refusal.with("open", open);
    return refusal;
  }

  static RankingRefusal periodNotOver() {
    return new RankingRefusal(
        "period-not-over",
        "考核周期尚未结束，请在周期结束后提交核对；现在可以查看预览。",
        "The period is not over; submit it when it is. The preview can be read now.");
  }

  static RankingRefusal alreadySubmitted() {
    return new RankingRefusal(
        "ranking-exists",
        "该周期的排名已提交核对或已发布，请在列表中打开查看。",
        "The ranking of this period was submitted or published; open it in the list.");
  }

  static RankingRefusal nothingCounts() {
    return new RankingRefusal(
        "no-cases",
        "该周期没有任何单位的工单，无可排名。请检查起止日期。",
        "No case of any unit was accepted in this period; check its days.");
  }

  static RankingRefusal objectionOpen() {
    return new RankingRefusal(
        "objection-exists",
        "本单位已有一件未处理的异议，请等待处理结果。",
        "An objection of this unit is open already; wait for the decision.");
  }

  static RankingRefusal objectionDecided() {
    return new RankingRefusal(
        "objection-decided", "该异议已处理，请刷新查看。", "This objection was decided; refresh to see it.");
  }

  static RankingRefusal erratumWaits() {
    return new RankingRefusal(
        "erratum-waits",
        "该排名已有一件待确认的更正，请先确认发布或撤销。",
        "An erratum waits already; publish it or drop it first.");
  }

  static RankingRefusal noErratum() {
    return new RankingRefusal(
        "no-erratum",
        "没有待确认的更正，可能已发布或撤销。请刷新查看。",
        "No erratum waits; it was published or dropped. Refresh to see it.");
  }

  static RankingRefusal nothingToCorrect() {
    return new RankingRefusal(
        "nothing-to-correct",
        "重新计算后与已发布的结果一致，无须更正。",
        "Counted anew, every line is as published: there is nothing to correct.");
  }

  static RankingRefusal tooLarge() {
    return new RankingRefusal(
        "ranking-too-large",
        "参与排名的单位过多，无法一次发布。请调整分档规则或联系管理员。",
        "There are too many units to publish at once; ask an administrator.");
  }
}
