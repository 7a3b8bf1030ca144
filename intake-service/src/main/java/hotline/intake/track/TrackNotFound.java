package hotline.intake.track;

import hotline.access.Refusal;

/** No such number, or not its code: the same answer, so that nobody learns which numbers exist. */
public class TrackNotFound extends Refusal {
  private static final long serialVersionUID = 1L;

  public TrackNotFound() {
    super(
        "track-not-found",
        404,
        "未查到该诉求",
        "Not found",
        "工单编号或查询码不正确，请核对登记时告知您的编号和 6 位查询码。",
        "The number or the query code is not right; check the number and the six digits you were told.");
  }
}
