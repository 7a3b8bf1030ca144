package hotline.lifecycle;

/** Why a unit asks for more time (延期原因). */
public enum ExtensionReason implements Coded {
  COMPLEX("情况复杂", "The matter is complex"),
  SEVERAL_UNITS("需多单位协同", "Several units must work together"),
  WORKS_IN_PROGRESS("工程施工未完", "Works are not finished"),
  WAITING_FOR_MATERIAL("等待材料或设备", "Material or equipment is on its way"),
  FORCE_MAJEURE("天气等不可抗力", "Weather or other force majeure");

  private final String zh;
  private final String en;

  ExtensionReason(String zh, String en) {
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
