package hotline.dispatch.cases;

import hotline.access.IllegalMove;
import java.util.List;
import java.util.stream.Collectors;

/** Several old systems gave the same number: which case is meant is said by its number here. */
public final class SeveralCases extends IllegalMove {

  private static final long serialVersionUID = 1L;

  /**
   * @param source the old system; null where an instance before this version took it in
   */
  record One(String caseNo, String source) {

    private String words() {
      return source == null ? caseNo : caseNo + " (" + source + ")";
    }
  }

  SeveralCases(List<One> cases) {
    super(
        "several-cases",
        "有多件旧系统工单使用这个编号，请改填本系统的工单编号：" + words(cases) + "。",
        "Several cases of old systems have this number; use the one of this system: "
            + words(cases)
            + ".");
    with("caseNos", cases.stream().map(One::caseNo).toList());
  }

  private static String words(List<One> cases) {
    return cases.stream().map(One::words).collect(Collectors.joining(", "));
  }
}
