package hotline.dispatch.owners;

import hotline.lifecycle.Coded;

/** What can happen to an owned case. */
enum OwnershipAct implements Coded {
  VISIT("登记走访", "record a visit"),
  CHANGE_PLAN("调整方案", "change the plan"),
  ASK_HANDOVER("申请移交", "ask for a handover"),
  APPROVE_HANDOVER("批准移交", "approve the handover"),
  REFUSE_HANDOVER("不同意移交", "refuse the handover"),
  SIGN_OFF("销号", "sign off"),
  CITIZEN_ANSWERED("诉求人评价", "the answer of the citizen"),
  NEW_ROUND("二次办理", "another round");

  private final String zh;
  private final String en;

  OwnershipAct(String zh, String en) {
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
