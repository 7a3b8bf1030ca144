package hotline.lifecycle;

/** What was found where the unit says it has done it (核查结果). */
public enum SpotCheckFinding implements Coded {
  DONE("已按答复办理", "Done as claimed"),
  PARTLY("部分办理", "Done in part"),
  NOT_DONE("未办理（虚假办结）", "Not done: closed falsely"),
  CANNOT_TELL("无法判断", "Cannot be told");

  private final String zh;
  private final String en;

  SpotCheckFinding(String zh, String en) {
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
