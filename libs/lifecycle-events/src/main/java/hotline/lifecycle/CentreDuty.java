package hotline.lifecycle;

/** What the centre itself has to do about a case in time (中心环节). */
public enum CentreDuty implements Coded {
  DISPATCH("派单", "Dispatch"),
  REVIEW("答复审核", "Review of the reply"),
  RULING("会商裁定", "Ruling of a dispute");

  private final String zh;
  private final String en;

  CentreDuty(String zh, String en) {
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
