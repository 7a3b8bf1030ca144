package hotline.lifecycle;

/** How the citizen gave the rating. */
public enum RatedVia implements Coded {
  AGENT("人工回访", "Callback agent"),
  SMS("短信", "Text message"),
  SELF_SERVICE("自助评价", "Self service");

  private final String zh;
  private final String en;

  RatedVia(String zh, String en) {
    this.zh = zh;
    this.en = en;
  }

  /** Whether the citizen rated without being called by an agent. */
  public boolean isWithoutCall() {
    return this != AGENT;
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
