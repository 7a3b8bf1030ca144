package hotline.lifecycle;

/** Why a leader owns a case (包案事由). */
public enum OwnershipReason implements Coded {
  MASS("群体性诉求", "Concerns many people"),
  LEGACY("历史遗留", "Left over from the past"),
  HARD("疑难复杂", "Hard to solve");

  private final String zh;
  private final String en;

  OwnershipReason(String zh, String en) {
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
