package hotline.reporting.ranking;

import hotline.access.Forbidden;

/** Who began it may not end it. */
final class NotTheSecondPerson extends Forbidden {

  private static final long serialVersionUID = 1L;

  private NotTheSecondPerson(String zh, String en) {
    super("same-person", zh, en);
  }

  static NotTheSecondPerson freezes() {
    return new NotTheSecondPerson(
        "提交核对与冻结发布须由两人分别完成，请交由其他考核员或督办员冻结。",
        "One submits a ranking, another freezes it; leave it to another assessment clerk or a"
            + " supervisor.");
  }

  static NotTheSecondPerson freezesOwnCopy() {
    return new NotTheSecondPerson(
        "现用的依据数据由您采纳异议时或失败后重新复制，须由未参与提交和复制的人员冻结，请交由其他考核员或督办员。",
        "You had the inputs copied again, after a failure or by accepting an objection; leave the"
            + " freezing to another assessment clerk or a supervisor.");
  }

  static NotTheSecondPerson confirmsRule() {
    return new NotTheSecondPerson(
        "追溯生效的考核规则须由两人分别提出和确认，请交由其他考核员或督办员确认。",
        "One proposes a rule that reaches back, another confirms it; leave it to another assessment"
            + " clerk or a supervisor.");
  }

  static NotTheSecondPerson confirmsErratum() {
    return new NotTheSecondPerson(
        "提出更正与发布更正须由两人分别完成，请交由其他考核员或督办员发布。",
        "One proposes an erratum, another publishes it; leave it to another assessment clerk or a"
            + " supervisor.");
  }
}
