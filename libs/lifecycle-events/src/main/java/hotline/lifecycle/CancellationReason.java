package hotline.lifecycle;

/** Why an assignment ended without a reply. */
public enum CancellationReason implements Coded {
  CASE_WITHDRAWN("诉求人撤诉", "Case withdrawn"),
  CASE_TRANSFERRED("工单已转交其他机构", "Case handed to a body outside"),
  CASE_CLOSED("工单已办结", "Case closed");

  private final String zh;
  private final String en;

  CancellationReason(String zh, String en) {
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
