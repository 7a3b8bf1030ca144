package hotline.lifecycle;

/** Who must act next on a case (工单状态); outcome and lateness are other facts beside it. */
public enum CaseStatus implements Coded {
  DRAFT("草稿", "Draft"),
  REGISTERED("已登记", "Registered"),
  SCREENING("待审核", "Screening"),
  ANSWERED_DIRECT("直接答复", "Answered directly"),
  REFUSED("不予受理", "Refused"),
  TRANSFERRED_OUT("转出", "Transferred out"),
  PENDING_DISPATCH("待派单", "Pending dispatch"),
  DISPATCHED("已派单", "Dispatched"),
  HANDLING("办理中", "Handling"),
  PENDING_REVIEW("答复待审核", "Reply under review"),
  PENDING_CALLBACK("待回访", "Pending callback"),
  REHANDLING("二次办理", "Rehandling"),
  ON_HOLD("挂起", "On hold"),
  CLOSED("办结", "Closed"),
  ARCHIVED("归档", "Archived"),
  MERGED("并单", "Merged"),
  WITHDRAWN("撤诉", "Withdrawn");

  private final String zh;
  private final String en;

  CaseStatus(String zh, String en) {
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
