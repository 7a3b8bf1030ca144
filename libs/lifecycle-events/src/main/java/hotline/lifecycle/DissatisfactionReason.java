package hotline.lifecycle;

/** Whose side the reason of dissatisfaction lies on; only the unit's side leads to rehandling. */
public enum DissatisfactionReason implements Coded {
  UNIT("承办单位原因", "The unit"),
  POLICY("政策原因", "Policy"),
  THIRD_PARTY("第三方原因", "A third party"),
  UNREASONABLE("不合理诉求", "Unreasonable demand"),
  OTHER("其他", "Other");

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
