package hotline.access;

/** Nobody is signed in, or the token is no longer good. */
public class NotSignedIn extends Refusal {
  private static final long serialVersionUID = 1L;

  public NotSignedIn() {
    super(
        "not-signed-in",
        401,
        "未登录",
        "Not signed in",
        "请先登录；如已登录，登录可能已过期，请重新登录。",
        "Sign in first; if you are signed in, your session may have ended, so sign in again.");
    withHeader("WWW-Authenticate", "Bearer");
  }
}
