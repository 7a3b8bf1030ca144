package hotline.access;

/** There is no such thing, or the asker may not know that there is. */
public class NotFound extends Refusal {
  private static final long serialVersionUID = 1L;

  /**
   * @param zh what was looked for, as in 工单
   */
  public NotFound(String zh, String en) {
    super(
        "not-found",
        404,
        "未找到",
        "Not found",
        "找不到该" + zh + "，或您无权查看。请核对编号。",
        "There is no such " + en + ", or you may not see it. Check the number.");
  }
}
