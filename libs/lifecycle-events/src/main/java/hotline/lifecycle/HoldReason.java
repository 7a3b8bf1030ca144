package hotline.lifecycle;

/** Why the clock of an assignment may stand still (挂起原因). */
public enum HoldReason implements Coded {
  LITIGATION("诉讼、仲裁或复议", "Litigation, arbitration or review"),
  APPRAISAL("检测鉴定", "Appraisal or test"),
  SEASON("季节因素", "Season"),
  FUNDS("资金安排", "Funds"),
  CITIZEN("诉求人原因", "A reason on the side of the citizen");

  private final String zh;
  private final String en;

  HoldReason(String zh, String en) {
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
