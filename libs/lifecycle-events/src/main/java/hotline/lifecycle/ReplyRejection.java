package hotline.lifecycle;

/** Why a reviewer sent a reply back (驳回原因). */
public enum ReplyRejection implements Coded {
  OFF_TOPIC("答非所问", "Does not answer the question"),
  PASSING_THE_BUCK("推诿", "Passes the buck"),
  NOT_CONTACTED("未联系诉求人", "Citizen was not contacted"),
  LACK_OF_EVIDENCE("证据不足", "Lack of evidence"),
  ATTITUDE("态度生硬", "Attitude");

  private final String zh;
  private final String en;

  ReplyRejection(String zh, String en) {
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
