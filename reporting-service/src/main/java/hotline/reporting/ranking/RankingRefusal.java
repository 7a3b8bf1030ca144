package hotline.reporting.ranking;

import hotline.access.IllegalMove;
import java.time.Instant;
import java.util.List;

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

  static RankingRefusal ruleChanged(int version) {
    RankingRefusal refusal =
        new RankingRefusal(
            "rule-changed",
            "预览之后考核规则已有变化，该周期现按第 " + version + " 版规则。请重新预览后再提交。",
            "The rule of this period has changed since the preview and is version "
                + version
                + " now. Look at the preview again, then submit.");
    refusal.with("ruleVersion", version);
    return refusal;
  }

  static RankingRefusal ruleChangedSince(int version) {
    RankingRefusal refusal =
        new RankingRefusal(
            "rule-changed",
            "提交之后考核规则已有变化，该周期现按第 " + version + " 版规则。请取消提交，重新预览后再提交。",
            "The rule of this period has changed since it was submitted and is version "
                + version
                + " now. Drop the submission, look at the preview, then submit anew.");
    refusal.with("ruleVersion", version);
    return refusal;
  }

  static RankingRefusal ruleWaits() {
    return new RankingRefusal(
        "rule-waits",
        "已有一条追溯生效的考核规则待确认，请先确认启用或撤销，再启用其他规则。",
        "A rule that reaches back waits for confirmation; confirm or drop it first, then adopt"
            + " another.");
  }

  static RankingRefusal noProposal() {
    return new RankingRefusal(
        "no-proposed-rule",
        "该待确认的规则已被确认或撤销。请刷新查看。",
        "This rule was confirmed or dropped. Refresh to see it.");
  }

  static RankingRefusal ruleOvertaken(int version) {
    RankingRefusal refusal =
        new RankingRefusal(
            "rule-overtaken",
            "提出之后已启用第 " + version + " 版规则，请撤销这条待确认的规则，核对后重新提出。",
            "Version "
                + version
                + " was adopted since it was proposed. Drop the proposal, look at both, propose"
                + " anew.");
    refusal.with("ruleVersion", version);
    return refusal;
  }

  static RankingRefusal logBehind(Instant asOf, Instant least) {
    RankingRefusal refusal =
        new RankingRefusal(
            "log-behind",
            "统计数据尚未读到该周期结束（或上次复制）之后，现在复制会缺数据。请稍候再试；如持续出现，请管理员检查统计服务是否落后或正在重建。",
            "Not all of the log is read until the end of the period, or until the copy before; a copy"
                + " would be incomplete. Try again later; if it stays, have an administrator look"
                + " whether reporting is behind or being rebuilt.");
    refusal.with("asOf", asOf == null ? null : asOf.toString());
    refusal.with("needed", least.toString());
    return refusal;
  }

  static RankingRefusal tierUnknown(List<String> units) {
    RankingRefusal refusal =
        new RankingRefusal(
            "tier-unknown",
            "有 "
                + units.size()
                + " 个单位的层级或区划尚未从单位目录读到，无法分档（如 "
                + some(units)
                + "）。升级或重建后请稍候两分钟再试；如持续出现，请管理员在“承办单位”中将这些单位重新保存一次。",
            "The directory has not told the level or place of "
                + units.size()
                + " units, so that they have no tier (such as "
                + some(units)
                + "). After an upgrade or a rebuild try again in two minutes; if it stays, have an"
                + " administrator save these units once more.");
    refusal.with("units", units);
    return refusal;
  }

  private static String some(List<String> units) {
    return String.join(", ", units.subList(0, Math.min(5, units.size())));
  }

  static RankingRefusal alreadySubmitted() {
    return new RankingRefusal(
        "ranking-exists",
        "该周期的排名已提交核对或已发布，请在列表中打开查看。",
        "The ranking of this period was submitted or published; open it in the list.");
  }

  static RankingRefusal copying() {
    return new RankingRefusal(
        "ranking-copying",
        "依据数据正在复制，请稍候刷新查看。",
        "Its inputs are being copied; refresh in a moment.");
  }

  static RankingRefusal copied() {
    return new RankingRefusal(
        "ranking-copied",
        "该周期的依据数据已复制完成，或已取消提交。请刷新查看。",
        "The inputs of this period were copied, or its submission was dropped. Refresh to see it.");
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
        "参与排名的单位过多，一次排名放不下（三项指标约 1400 个单位）。请减少规则中的指标，或由管理员减少按期考核的单位层级。",
        "There are too many units for one ranking (about 1,400 with three rates). Use a rule with"
            + " fewer rates, or have an administrator dispatch to fewer units.");
  }
}
