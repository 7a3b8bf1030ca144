package hotline.evaluation.spotchecks;

import hotline.access.Forbidden;

/** Who may not check this case, or sign for it. */
final class NoChecker extends Forbidden {

  private static final long serialVersionUID = 1L;

  private NoChecker(String slug, String zh, String en) {
    super(slug, zh, en);
  }

  static NoChecker hadAHandInIt() {
    return new NoChecker(
        "had-a-hand-in-it",
        "您办理、审核或回访过该工单，不得核查或确认，请由其他督办员进行。",
        "You handled, reviewed or called back this case; leave the check to another supervisor.");
  }

  static NoChecker ofTheUnit() {
    return new NoChecker(
        "of-the-unit",
        "被核查单位的人员不得核查或确认本单位的工单，请由其他督办员进行。",
        "Nobody of the checked unit checks its case; leave it to another supervisor.");
  }

  static NoChecker named() {
    return new NoChecker(
        "checker-not-free",
        "所选人员办理、审核或回访过该工单，或属于被核查单位，请另选他人。",
        "Whom you chose handled, reviewed or called back this case, or is of the checked unit; choose"
            + " another.");
  }

  static NoChecker wasThere() {
    return new NoChecker(
        "same-person",
        "现场核查与确认须由两名督办员分别签字，请交由另一名督办员确认。",
        "One supervisor was there, another signs; leave it to another supervisor.");
  }
}
