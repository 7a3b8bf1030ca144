package hotline.lifecycle;

/** Why a unit is listed and not ranked (未参与排名原因). */
public enum NotRanked implements Coded {
  /** Fewer evaluated cases than the rule asks for: its rates are chance. */
  TOO_FEW_CASES("已评价工单不足", "Too few evaluated cases"),
  /** A rate of the score has no known answer: there is no score. */
  NO_CASES("没有可计分的工单", "No case counts"),
  NO_TIER("未归入任何分档", "In no tier");

  private final String zh;
  private final String en;

  NotRanked(String zh, String en) {
    this.zh = zh;
    this.en = en;
  }

  @Override
  public String zh() {
    return zh;
  }

  @Override
  public String en() {
    return en;
  }
}
