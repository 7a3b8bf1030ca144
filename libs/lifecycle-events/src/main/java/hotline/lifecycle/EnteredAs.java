package hotline.lifecycle;

/** How a request came to be registered after its true time (补登方式). */
public enum EnteredAs implements Coded {
  /** Taken down on paper while the system was away. */
  PAPER("纸质补录", "Typed in from paper"),
  /** Open in the system before this one on the day of the changeover. */
  OLD_SYSTEM("旧系统转入", "Handed over by the old system");

  private final String zh;
  private final String en;

  EnteredAs(String zh, String en) {
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
