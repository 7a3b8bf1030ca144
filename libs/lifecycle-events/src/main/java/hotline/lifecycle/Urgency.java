package hotline.lifecycle;

/** How fast it must be acted upon (紧急程度). */
public enum Urgency implements Coded {
  CRITICAL("特急", "Critical: life or property"),
  URGENT("紧急", "Urgent: water, power, gas, heat, roads"),
  NORMAL("一般", "Normal");

  private final String zh;
  private final String en;

  Urgency(String zh, String en) {
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
