package hotline.reporting.timeline;

import hotline.access.IllegalMove;
import java.util.List;

/** Several old systems gave the same number: which case is meant is said by its number here. */
final class SeveralCases extends IllegalMove {

  private static final long serialVersionUID = 1L;

  /**
   * @param caseNos those that the reader may see
   */
  SeveralCases(List<String> caseNos) {
    super(
        "several-cases",
        "有多件旧系统工单使用这个编号，请改用本系统的工单编号：" + String.join("、", caseNos) + "。",
        "Several cases of old systems have this number; use the one of this system: "
            + String.join(", ", caseNos)
            + ".");
    with("caseNos", caseNos);
  }
}
