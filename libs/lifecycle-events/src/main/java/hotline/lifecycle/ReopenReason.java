package hotline.lifecycle;

/** Why a closed case is to be handled again (重开原因). */
public enum ReopenReason implements Coded {
  CAME_BACK("问题复发", "The problem came back"),
  NOT_AS_PROMISED("未按承诺办理", "Not done as promised"),
  NEW_EVIDENCE("新证据", "New evidence"),
  SPOT_CHECK("抽查未解决", "A spot check found it not solved");

  private final String zh;
  private final String en;

  ReopenReason(String zh, String en) {
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
