package hotline.lifecycle;

/** Which end of a rate is the good one (指标方向). */
public enum KpiDirection implements Coded {
  HIGHER_IS_BETTER("越高越好", "Higher is better"),
  LOWER_IS_BETTER("越低越好", "Lower is better");

  private final String zh;
  private final String en;

  KpiDirection(String zh, String en) {
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
