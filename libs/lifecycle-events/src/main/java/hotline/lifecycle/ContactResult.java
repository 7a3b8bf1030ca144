package hotline.lifecycle;

/** What came of a unit's attempt to reach the citizen (先行联系结果). */
public enum ContactResult implements Coded {
  REACHED("已联系上", "Reached"),
  NO_ANSWER("无人接听", "No answer"),
  REFUSED("拒绝沟通", "Refused to talk"),
  WRONG_NUMBER("号码有误", "Wrong number"),
  ON_SITE("现场见面", "Met on site"),
  NOT_POSSIBLE("匿名或未留电话，无法联系", "Anonymous or left no number, cannot be reached");

  private final String zh;
  private final String en;

  ContactResult(String zh, String en) {
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
