package hotline.lifecycle;

/** Why a published ranking was corrected (更正原因). */
public enum ErratumReason implements Coded {
  LATE_FACTS("发布后补记的事实", "Facts recorded after the publication"),
  DECISION_ON_APPEAL("剔除、申诉的后续决定", "A later decision on an exclusion or appeal"),
  WRONG_INPUT("基础数据有误", "The inputs were wrong");

  private final String zh;
  private final String en;

  ErratumReason(String zh, String en) {
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
