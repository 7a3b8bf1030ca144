package hotline.lifecycle;

/** Why a request of a unit was refused (不予批准原因). */
public enum RequestRefusal implements Coded {
  WITHIN_DUTIES("属于该单位职责", "It is the duty of this unit"),
  DESIGNATED("已指定承办", "The unit was designated"),
  LACK_OF_BASIS("理由或依据不足", "Reason or basis is not sufficient"),
  LACK_OF_EVIDENCE("缺少证明材料", "Evidence is missing"),
  CAN_BE_DONE_IN_TIME("可以按期办结", "It can be done in time");

  private final String zh;
  private final String en;

  RequestRefusal(String zh, String en) {
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
