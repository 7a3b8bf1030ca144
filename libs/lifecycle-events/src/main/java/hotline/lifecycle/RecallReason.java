package hotline.lifecycle;

/** Why the centre took an assignment back (改派原因). */
public enum RecallReason implements Coded {
  MISROUTED("派单有误", "It was sent to the wrong unit"),
  DUTY_CHANGED("职责调整", "Duties have changed"),
  UNIT_UNAVAILABLE("承办单位无法承办", "The unit cannot handle it"),
  RAISED("提级办理", "It is handled at a higher level"),
  LEAD_CHANGED("主办单位变更", "The lead unit has changed"),
  RESPONDENT("被反映单位回避", "It is the unit complained about"),
  MERGED("已并单", "It is handled together with another case"),
  RULED("裁定由其他单位主办", "Another unit was ruled to lead it");

  private final String zh;
  private final String en;

  RecallReason(String zh, String en) {
    this.zh = zh;
    this.en = en;
  }

  /**
   * Whether somebody may choose it; the others say what else happened, and only the system does.
   */
  public boolean isByHand() {
    return switch (this) {
      case MISROUTED, DUTY_CHANGED, UNIT_UNAVAILABLE, RAISED, RESPONDENT -> true;
      case LEAD_CHANGED, MERGED, RULED -> false;
    };
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
