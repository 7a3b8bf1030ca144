package hotline.lifecycle;

/** Whose side the reason of dissatisfaction lies on; only the unit's side leads to rehandling. */
public enum DissatisfactionReason implements Coded {
  UNIT("承办单位原因", "The unit"),
  POLICY("政策原因", "Policy"),
  THIRD_PARTY("第三方原因", "A third party"),
  UNREASONABLE("不合理诉求", "Unreasonable demand"),
  OTHER("其他", "Other");

  /**
   * Whether these answers call for a reason: without dissatisfaction there is none, and with it one
   * must be said.
   */
  public static boolean belongsTo(Solved solved, Answer satisfied) {
    return solved == Solved.NO || satisfied == Answer.NO;
  }

  private final String zh;
  private final String en;

  DissatisfactionReason(String zh, String en) {
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
