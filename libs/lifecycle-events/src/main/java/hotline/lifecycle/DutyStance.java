package hotline.lifecycle;

/** What a unit says in a dispute about its own duty (会商意见). */
public enum DutyStance implements Coded {
  OURS("属本单位职责", "It is the duty of this unit"),
  SHARED("属共同职责", "It is a duty of several units"),
  NOT_OURS("不属本单位职责", "It is not the duty of this unit");

  private final String zh;
  private final String en;

  DutyStance(String zh, String en) {
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
