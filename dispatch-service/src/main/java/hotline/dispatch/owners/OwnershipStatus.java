package hotline.dispatch.owners;

import hotline.lifecycle.Coded;

/** Who must act next about an owned case (包案状态). */
public enum OwnershipStatus implements Coded {
  OWNED("包案中", "In the owner's hands"),
  HANDOVER_ASKED("移交待批", "Handover waits for a leader"),
  SIGNED_OFF("已销号，待诉求人评价", "Signed off, waits for the citizen"),
  RELEASED("已解除", "Released");

  private final String zh;
  private final String en;

  OwnershipStatus(String zh, String en) {
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
