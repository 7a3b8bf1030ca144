package hotline.lifecycle;

/** What came of one callback (回访结果). */
public enum CallbackResult implements Coded {
  REACHED("接通", "Reached"),
  NO_ANSWER("未接通", "No answer"),
  REFUSED("拒访", "Refused"),
  WRONG_PERSON("非本人", "Wrong person");

  private final String zh;
  private final String en;

  CallbackResult(String zh, String en) {
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
