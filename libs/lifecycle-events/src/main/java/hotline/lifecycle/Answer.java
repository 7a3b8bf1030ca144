package hotline.lifecycle;

/** An answer of the citizen; silence is unknown, never yes. */
public enum Answer implements Coded {
  YES("是", "Yes"),
  NO("否", "No"),
  UNKNOWN("未知", "Unknown");

  private final String zh;
  private final String en;

  Answer(String zh, String en) {
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
