package hotline.lifecycle;

/** Who wants a closed case to be handled again (申请重开方). */
public enum ReopenedBy implements Coded {
  CITIZEN("诉求人", "The citizen"),
  OPERATOR("话务员代诉求人", "An operator on the citizen's word"),
  CALLBACK_LEAD("回访组长代诉求人", "A callback lead on the citizen's word"),
  SUPERVISOR("督办员", "A supervisor");

  private final String zh;
  private final String en;

  ReopenedBy(String zh, String en) {
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
