package hotline.dispatch.assignments;

import hotline.access.IllegalMove;
import hotline.lifecycle.AssignmentStatus;
import hotline.lifecycle.EventType;

/** The task is in a status in which this act is not possible; says what comes first. */
public final class AssignmentNotReady extends IllegalMove {

  private static final long serialVersionUID = 1L;

  public AssignmentNotReady(AssignmentStatus status, EventType act) {
    super(
        "承办任务当前为“" + status.zh() + "”，不能" + act.zh() + "。" + hintZh(status),
        "The task is \""
            + status.en()
            + "\" now, so this is not possible: "
            + act.en()
            + ". "
            + hintEn(status));
    with("assignmentStatus", status.name());
  }

  private static String hintZh(AssignmentStatus status) {
    return switch (status) {
      case PENDING_SIGN -> "请先签收。";
      case SIGNED -> "请先联系诉求人并登记联系记录。";
      case CONTACTED, HANDLING, REPLY_REJECTED -> "下一步是提交答复。";
      case REPLY_SUBMITTED -> "答复正在审核。";
      case DONE, RETURNED, RECALLED, CANCELLED -> "该任务已经结束。";
      case RETURN_REQUESTED -> "退单申请正在审批，期间可以签收、联系诉求人。";
      case HELD -> "任务已挂起，恢复后再办理。";
      case SUBDISPATCHED -> "请先审核下级单位的答复，或收回下派。";
      case IN_DISPUTE, EXTENSION_REQUESTED -> "请刷新后查看。";
    };
  }

  private static String hintEn(AssignmentStatus status) {
    return switch (status) {
      case PENDING_SIGN -> "Sign for it first.";
      case SIGNED -> "Contact the citizen and record the attempt first.";
      case CONTACTED, HANDLING, REPLY_REJECTED -> "The next step is to submit the reply.";
      case REPLY_SUBMITTED -> "The reply is under review.";
      case DONE, RETURNED, RECALLED, CANCELLED -> "The task has ended.";
      case RETURN_REQUESTED ->
          "The return waits for its decision; meanwhile you may sign and contact the citizen.";
      case HELD -> "It is on hold; work goes on when it is resumed.";
      case SUBDISPATCHED ->
          "First pass the replies of the units below, or take back what was handed down.";
      case IN_DISPUTE, EXTENSION_REQUESTED -> "Refresh to see it.";
    };
  }
}
