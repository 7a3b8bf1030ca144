package hotline.lifecycle;

/** Why a case is hard enough for a responsibility notice (发责任单的事由). */
public enum NoticeGround implements Coded {
  HARD("疑难复杂", "Hard case"),
  LEGACY("历史遗留", "Legacy dispute"),
  MASS("群体性", "Mass petition"),
  REPEATED("多次反映", "Reported again and again"),
  UNSTABLE("不稳定因素", "Risk to stability");

  private final String zh;
  private final String en;

  NoticeGround(String zh, String en) {
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
