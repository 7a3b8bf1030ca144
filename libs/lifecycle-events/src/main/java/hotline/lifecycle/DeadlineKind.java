package hotline.lifecycle;

/** Which clock of an assignment (时限种类). */
public enum DeadlineKind implements Coded {
  SIGN("签收", "Signature"),
  CONTACT("先行联系", "First contact"),
  REPLY("答复", "Reply"),
  CALLBACK("回访", "Callback");

  private final String zh;
  private final String en;

  DeadlineKind(String zh, String en) {
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
