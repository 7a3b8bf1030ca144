package hotline.access;

/** The same act is still being done for an earlier request. */
public class StillRunning extends Refusal {
  private static final long serialVersionUID = 1L;

  public StillRunning() {
    super(
        "still-running",
        409,
        "正在处理中",
        "Still running",
        "相同的请求正在处理，请稍后用同一标识重试。",
        "The same request is still being worked on; try again in a moment with the same key.");
    withHeader("Retry-After", "1");
  }
}
