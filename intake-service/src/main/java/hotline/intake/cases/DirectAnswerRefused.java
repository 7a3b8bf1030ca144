package hotline.intake.cases;

import hotline.access.IllegalMove;
import hotline.lifecycle.CaseKind;

/** What words alone do not settle goes to a unit. */
public class DirectAnswerRefused extends IllegalMove {
  private static final long serialVersionUID = 1L;

  private DirectAnswerRefused(String slug, String zh, String en) {
    super(slug, zh, en);
  }

  static DirectAnswerRefused danger() {
    return new DirectAnswerRefused(
        "public-safety",
        "特急工单涉及人身或财产安全，须立即派单处置，不能只作答复。请受理。",
        "A critical case endangers life or property: somebody must act, an answer is not enough. Have it accepted.");
  }

  static DirectAnswerRefused needsUnit(CaseKind kind) {
    return new DirectAnswerRefused(
        "needs-unit",
        kind.zh() + "须由承办单位核查处理，中心不能代为答复。请受理并派单。",
        "A "
            + kind.en().toLowerCase(java.util.Locale.ROOT)
            + " has to be looked into by the unit in charge; the centre cannot answer for it. Have it accepted.");
  }
}
