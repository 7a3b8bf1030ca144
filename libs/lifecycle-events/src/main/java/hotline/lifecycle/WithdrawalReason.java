package hotline.lifecycle;

/** Why the citizen withdrew (撤诉原因). */
public enum WithdrawalReason implements Coded {
  SOLVED_MEANWHILE("问题已解决", "Solved meanwhile"),
  MISTAKE("误报", "Reported by mistake"),
  NO_LONGER_WANTED("不再需要", "No longer wanted");

  private final String zh;
  private final String en;

  WithdrawalReason(String zh, String en) {
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
