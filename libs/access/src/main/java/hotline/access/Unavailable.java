package hotline.access;

/** Something this service needs is away for the moment. */
public class Unavailable extends Refusal {
  private static final long serialVersionUID = 1L;

  public Unavailable() {
    super(
        "unavailable",
        503,
        "服务暂时不可用",
        "Temporarily unavailable",
        "系统暂时无法处理，您的操作没有生效，请稍后重试。",
        "This cannot be done at the moment; nothing was changed. Try again shortly.");
    withHeader("Retry-After", "2");
  }
}
