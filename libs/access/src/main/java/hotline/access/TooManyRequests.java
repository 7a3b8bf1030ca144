package hotline.access;

/** The asker asks too often. */
public class TooManyRequests extends Refusal {
  private static final long serialVersionUID = 1L;

  public TooManyRequests(long retryAfterSeconds) {
    super(
        "too-many-requests",
        429,
        "请求过于频繁",
        "Too many requests",
        "请求过于频繁，请在 " + retryAfterSeconds + " 秒后重试。",
        "Too many requests; try again in " + retryAfterSeconds + " seconds.");
    withHeader("Retry-After", Long.toString(retryAfterSeconds));
  }
}
