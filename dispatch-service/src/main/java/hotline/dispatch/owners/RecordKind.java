package hotline.dispatch.owners;

import hotline.lifecycle.Coded;

/** What a record of an owned case tells. */
public enum RecordKind implements Coded {
  ASSIGNED("确定包案", "Assigned"),
  PLAN_CHANGED("调整方案", "Plan changed"),
  VISITED("走访", "Visited"),
  HANDOVER_ASKED("申请移交", "Handover asked for"),
  HANDOVER_APPROVED("批准移交", "Handover approved"),
  HANDOVER_REFUSED("不同意移交", "Handover refused"),
  SIGNED_OFF("销号", "Signed off"),
  RESUMED("二次办理，恢复包案", "Resumed for another round"),
  CITIZEN_ANSWERED("诉求人已评价或撤诉", "The citizen answered or withdrew"),
  RELEASED("解除包案", "Released");

  private final String zh;
  private final String en;

  RecordKind(String zh, String en) {
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
