package hotline.lifecycle;

/** Why a case was closed without asking the citizen (未评价原因). */
public enum UnreachableReason implements Coded {
  ATTEMPTS_EXHAUSTED("回访次数用尽", "Called as often as the policy asks for, and never reached"),
  NOT_ASKED("无需回访", "Not called: wants no callback or left no number");

  private final String zh;
  private final String en;

  UnreachableReason(String zh, String en) {
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
