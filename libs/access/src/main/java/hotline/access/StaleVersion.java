package hotline.access;

/** Someone else changed the thing since the asker read it. */
public class StaleVersion extends Refusal {
  private static final long serialVersionUID = 1L;

  public StaleVersion(long expected, long current) {
    this();
    with("expectedVersion", expected);
    with("currentVersion", current);
  }

  public StaleVersion() {
    super(
        "stale-version",
        412,
        "内容已被他人更新",
        "Changed by someone else",
        "您打开之后，该内容已被他人更新。请刷新后再操作，您填写的内容不会丢失。",
        "It was changed after you opened it. Refresh and do it again; what you typed is kept.");
  }
}
