package hotline.lifecycle;

/** Why a supervision order was opened (督办事由). */
public enum SupervisionReason implements Coded {
  OVERDUE("超期未办", "Overdue"),
  NOT_SIGNED("久未签收", "Not signed for"),
  REPEATED_URGES("多次催办", "Urged again and again"),
  FAILED_ROUNDS("多轮未解决", "Rounds without a solution"),
  FALSE_HANDLING("虚假办理", "False handling"),
  PASSING_THE_BUCK("推诿扯皮", "Passing the buck"),
  OTHER("其他", "Other");

  private final String zh;
  private final String en;

  SupervisionReason(String zh, String en) {
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
