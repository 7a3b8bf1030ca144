package hotline.lifecycle;

/** Whether the demand was solved, as the citizen says (是否解决). */
public enum Solved implements Coded {
  YES("已解决", "Solved"),
  PARTLY("基本解决", "Partly solved"),
  NO("未解决", "Unsolved"),
  NOT_BY_POLICY("政策原因无法解决", "Not solvable by policy"),
  UNKNOWN("未知", "Unknown");

  private final String zh;
  private final String en;

  Solved(String zh, String en) {
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
