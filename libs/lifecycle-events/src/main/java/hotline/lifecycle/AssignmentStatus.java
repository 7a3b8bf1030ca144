package hotline.lifecycle;

/** Who must act next on one unit's task in one round (承办任务状态). */
public enum AssignmentStatus implements Coded {
  PENDING_SIGN("待签收", "Pending signature"),
  SIGNED("已签收", "Signed"),
  CONTACTED("已联系", "Contacted"),
  HANDLING("办理中", "Handling"),
  SUBDISPATCHED("已下派", "Sub-dispatched"),
  REPLY_SUBMITTED("已答复", "Reply submitted"),
  REPLY_REJECTED("答复驳回", "Reply rejected"),
  DONE("完成", "Done"),
  RETURN_REQUESTED("退单申请", "Return requested"),
  IN_DISPUTE("争议", "In dispute"),
  EXTENSION_REQUESTED("延期申请", "Extension requested"),
  HELD("挂起", "Held"),
  RETURNED("已退单", "Returned"),
  RECALLED("已收回", "Recalled"),
  CANCELLED("已取消", "Cancelled");

  private final String zh;
  private final String en;

  AssignmentStatus(String zh, String en) {
    this.zh = zh;
    this.en = en;
  }

  @Override
  public String zh() {
    return zh;
  }

  @Override
  public String en() {
    return en;
  }
}
