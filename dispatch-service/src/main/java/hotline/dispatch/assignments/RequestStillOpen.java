package hotline.dispatch.assignments;

import hotline.access.IllegalMove;

/** The centre decides about one request of a task at a time. */
public final class RequestStillOpen extends IllegalMove {

  private static final long serialVersionUID = 1L;

  public RequestStillOpen(UnitRequest.Kind open) {
    super(
        "request-still-open",
        "该任务已有待审批的申请，请等待审批结果后再提出。",
        "A request about this task waits for its decision; ask again afterwards.");
    with("openRequest", open.name());
  }
}
