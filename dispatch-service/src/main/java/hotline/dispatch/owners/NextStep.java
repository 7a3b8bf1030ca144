package hotline.dispatch.owners;

import hotline.lifecycle.Coded;

/** What is due next about an owned case. */
public enum NextStep implements Coded {
  VISIT("走访", "A visit"),
  DECIDE_HANDOVER("领导批准移交", "A leader decides about the handover"),
  SIGN_OFF("销号", "The owner signs off"),
  CITIZEN_ANSWER("诉求人评价", "The citizen answers"),
  NOTHING("无", "Nothing");

  private final String zh;
  private final String en;

  NextStep(String zh, String en) {
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
