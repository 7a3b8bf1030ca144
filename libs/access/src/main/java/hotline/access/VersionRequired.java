package hotline.access;

/** The request does not say which version it wants to change. */
public class VersionRequired extends Refusal {
  private static final long serialVersionUID = 1L;

  public VersionRequired() {
    super(
        "if-match-required",
        428,
        "缺少版本号",
        "Version required",
        "请在 If-Match 请求头中写明读取到的版本，例如 If-Match: \"7\"。",
        "Say in the If-Match header which version you read, as in If-Match: \"7\".");
  }
}
