package hotline.lifecycle;

/** What closed the case. */
public enum ClosedBy implements Coded {
  EVALUATED("已评价", "Rated by the citizen"),
  UNREACHABLE("未评价", "Not rated: not reached, or not to be called"),
  ROUNDS_EXHAUSTED("重办次数用尽", "No round left, handed to supervision"),
  NOT_UNIT_SIDE("非承办单位原因", "Reason is not the unit's");

  private final String zh;
  private final String en;

  ClosedBy(String zh, String en) {
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
