package hotline.lifecycle;

/** Why the centre convenes the units instead of deciding about a return (会商事由). */
public enum DisputeGround implements Coded {
  REPEATED_RETURNS("多次申请退单", "It was asked to be returned again and again"),
  CROSSED_DUTIES("职责交叉", "Duties of several units cross");

  private final String zh;
  private final String en;

  DisputeGround(String zh, String en) {
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
