package hotline.dispatch.assignments;

import hotline.access.IllegalMove;

/** Somebody has decided, or the task has moved on and the request with it. */
public final class RequestNotOpen extends IllegalMove {

  private static final long serialVersionUID = 1L;

  public RequestNotOpen(UnitRequest.State state) {
    super(
        "request-not-open",
        switch (state) {
          case GRANTED -> "该申请已被批准，不能再次审批。请刷新后查看。";
          case REFUSED -> "该申请已被驳回，不能再次审批。请刷新后查看。";
          case DISPUTED -> "该退单申请已转入会商，由裁定确定承办单位。请刷新后查看。";
          case OPEN, LAPSED -> "任务已有新进展，该申请已失效。请刷新后查看。";
        },
        switch (state) {
          case GRANTED -> "The request was granted already. Refresh to see it.";
          case REFUSED -> "The request was refused already. Refresh to see it.";
          case DISPUTED -> "The units confer about it; the ruling decides. Refresh to see it.";
          case OPEN, LAPSED ->
              "The task has moved on and the request has lapsed. Refresh to see it.";
        });
    with("requestState", state.name());
  }
}
