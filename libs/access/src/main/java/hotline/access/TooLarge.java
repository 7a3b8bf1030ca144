package hotline.access;

/** The body of the request is larger than this service takes. */
public class TooLarge extends Refusal {
  private static final long serialVersionUID = 1L;

  public TooLarge(long limitBytes) {
    super(
        "too-large",
        413,
        "内容过大",
        "Too large",
        "提交的内容超过上限（" + limitBytes + " 字节），请减少内容或分次提交。",
        "The body exceeds the limit of " + limitBytes + " bytes; shorten it or send it in parts.");
    with("limitBytes", limitBytes);
    withHeader("Connection", "close");
  }
}
