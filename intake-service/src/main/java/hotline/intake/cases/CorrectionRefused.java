package hotline.intake.cases;

import hotline.access.Forbidden;

/** Somebody else may correct the case, or somebody else by now. */
public class CorrectionRefused extends Forbidden {
  private static final long serialVersionUID = 1L;

  private CorrectionRefused(String slug, String detailZh, String detailEn) {
    super(slug, detailZh, detailEn);
  }

  static CorrectionRefused notOwn() {
    return new CorrectionRefused(
        "not-own-registration",
        "只能更正您本人登记的工单，其他工单请由预审员更正。",
        "You may correct only what you registered yourself; ask a screener to correct this case.");
  }

  static CorrectionRefused anotherDay() {
    return new CorrectionRefused(
        "correction-day-over",
        "登记人只能在登记当日更正，请由预审员更正。",
        "Who registered a case may correct it on that day only; ask a screener to correct it.");
  }
}
