package hotline.evaluation.scoring;

import hotline.access.Forbidden;

/** Who may not decide about this score. */
final class NoJudge extends Forbidden {

  private static final long serialVersionUID = 1L;

  private NoJudge(String slug, String zh, String en) {
    super(slug, zh, en);
  }

  static NoJudge proposedIt() {
    return new NoJudge(
        "same-person",
        "审核与确认须由两人分别完成，请交由其他考核员或督办员确认。",
        "One reviews, another confirms; leave it to another assessment clerk or a supervisor.");
  }

  static NoJudge ofTheUnit() {
    return new NoJudge(
        "of-the-unit",
        "被考核单位的人员不得审核或确认本单位的申请，请交由其他考核员处理。",
        "Nobody of the scored unit decides about its request; leave it to another assessment clerk.");
  }
}
