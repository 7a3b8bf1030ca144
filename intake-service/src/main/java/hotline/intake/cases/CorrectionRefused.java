package hotline.intake.cases;

import hotline.access.Forbidden;

/** Somebody else may correct or split the case, or somebody else by now. */
public class CorrectionRefused extends Forbidden {
  private static final long serialVersionUID = 1L;

  private CorrectionRefused(String slug, String detailZh, String detailEn) {
    super(slug, detailZh, detailEn);
  }

  static CorrectionRefused notOwn() {
    return new CorrectionRefused(
        "not-own-registration",
        "只能更正或拆分您本人登记的工单，其他工单请由预审员处理。",
        "You may correct or split only what you registered yourself; ask a screener to do it.");
  }

  static CorrectionRefused anotherDay() {
    return new CorrectionRefused(
        "correction-day-over",
        "登记人只能在登记当日更正或拆分，请由预审员处理。",
        "Who registered a case may correct or split it on that day only; ask a screener to do it.");
  }
}
