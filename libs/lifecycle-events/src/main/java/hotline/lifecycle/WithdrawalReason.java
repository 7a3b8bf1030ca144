package hotline.lifecycle;

/** Why the citizen withdrew (撤诉原因), or the centre took back its own entry. */
public enum WithdrawalReason implements Coded {
  SOLVED_MEANWHILE("问题已解决", "Solved meanwhile"),
  MISTAKE("误报", "Reported by mistake"),
  NO_LONGER_WANTED("不再需要", "No longer wanted"),
  /** Of what was entered after its true time; nothing that the citizen did. */
  ENTERED_WRONGLY("登记有误", "Entered wrongly");

  private final String zh;
  private final String en;

  WithdrawalReason(String zh, String en) {
    this.zh = zh;
    this.en = en;
  }

  /** Whether it is the citizen who withdraws. */
  public boolean isOfTheCitizen() {
    return this != ENTERED_WRONGLY;
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
