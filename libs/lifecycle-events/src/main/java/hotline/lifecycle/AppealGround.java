package hotline.lifecycle;

/** Why a unit contests a rating (申诉理由). */
public enum AppealGround implements Coded {
  OTHER_MATTER("评价针对其他事项", "The citizen rated another matter"),
  OTHER_UNIT("诉求人混淆了承办单位", "The citizen took another unit for this one"),
  CALLBACK_CONDUCT("回访方式不当", "The callback was not conducted properly"),
  RECORDED_WRONGLY("评价记录与诉求人原意不符", "Recorded otherwise than the citizen said");

  private final String zh;
  private final String en;

  AppealGround(String zh, String en) {
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
