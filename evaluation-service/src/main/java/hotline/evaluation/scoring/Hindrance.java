package hotline.evaluation.scoring;

import hotline.evaluation.callbacks.Callback;
import hotline.evaluation.callbacks.CallbackStatus;
import hotline.lifecycle.CaseStatus;
import java.time.Instant;
import java.util.Optional;

/** Why a unit may not ask that a case or its rating is left out of its score. */
public enum Hindrance {
  NOT_CLOSED(
      "工单尚未办结或已重开，办结后方可申请。", "The case is not closed, or was reopened; ask when it is closed."),
  /** Of a case that was handled again by others: not for the form, which finds no such case. */
  OTHER_UNIT(
      "该工单现由其他单位的结果办结，本单位不能再申请。",
      "The result of another unit closed this case; yours cannot ask any more."),
  NO_UNIT(
      "该工单由热线中心直接答复，不计入任何单位考核，无须申请。",
      "The hotline centre answered this case at once: it is in the score of no unit."),
  NO_RATING(
      "本轮没有诉求人评价，无可申诉。", "The citizen rated nothing in this round; there is nothing to contest."),
  ASKED_ALREADY(
      "本轮已申请过一次，每轮只能申请一次。",
      "It was asked for this round already; it is possible once in each round."),
  WINDOW_OVER("申请期限已过，不能再申请。", "The time to ask for it is over.");

  private final String zh;
  private final String en;

  Hindrance(String zh, String en) {
    this.zh = zh;
    this.en = en;
  }

  /**
   * The first that holds; empty when the unit may ask.
   *
   * @param ended the callback that closed the case; null while none has
   * @param asked whether this was asked for that round before
   */
  static Optional<Hindrance> of(
      ScoreRequestKind kind, CaseStatus status, Callback ended, boolean asked, Instant now) {
    boolean archived = status == CaseStatus.ARCHIVED;
    if (status != CaseStatus.CLOSED && !archived || ended == null) {
      return Optional.of(NOT_CLOSED);
    }
    Optional<Hindrance> found =
        of(kind, ended.round(), ended.status(), ended.contestUntil(), asked, now);
    return archived && found.isEmpty() ? Optional.of(WINDOW_OVER) : found;
  }

  /** The same of a case that is closed. */
  static Optional<Hindrance> of(
      ScoreRequestKind kind,
      int round,
      CallbackStatus ended,
      Instant until,
      boolean asked,
      Instant now) {
    if (round == 0) {
      return Optional.of(NO_UNIT);
    }
    if (kind == ScoreRequestKind.APPEAL && ended != CallbackStatus.EVALUATED) {
      return Optional.of(NO_RATING);
    }
    if (asked) {
      return Optional.of(ASKED_ALREADY);
    }
    return now.isAfter(until) ? Optional.of(WINDOW_OVER) : Optional.empty();
  }

  String zh() {
    return zh;
  }

  String en() {
    return en;
  }
}
