package hotline.lifecycle;

/** What became of a draft that waited for the unit's leader (签发结果). */
public enum EndorsementOutcome implements Coded {
  SIGNED("已签发", "Signed"),
  REFUSED("退回修改", "Sent back to be changed"),
  TAKEN_BACK("承办单位撤回", "Taken back by the unit"),
  WINDOW_PASSED("退单期限已过", "The window for returns passed before it was signed");

  private final String zh;
  private final String en;

  EndorsementOutcome(String zh, String en) {
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
