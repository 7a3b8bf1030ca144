package hotline.lifecycle;

/** How a rate becomes points of a score, from 0 to 1 (计分方式). */
public enum KpiTransform implements Coded {
  /** The share of the way from the floor to the ceiling. */
  LINEAR("线性计分", "Linear"),
  /** All at the floor or beyond, nothing short of it: a floor value (底线值). */
  STEP("达标计分", "All or nothing"),
  /** All at the ceiling; what is missing to it, down to the floor, is taken off (扣分). */
  DEDUCT("扣分", "Deduction");

  private final String zh;
  private final String en;

  KpiTransform(String zh, String en) {
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
