package hotline.lifecycle;

/** Why a unit asks to give an assignment back (退单原因). */
public enum ReturnReason implements Coded {
  NOT_OUR_DUTY("不属本单位职责", "Not the duty of this unit"),
  OTHER_AREA("不属本辖区", "Another area"),
  WRONG_CATEGORY("诉求分类有误", "Filed under the wrong category"),
  SEVERAL_UNITS("涉及多个单位，需另定主办", "Several units are concerned, another one should lead"),
  DUPLICATE("与在办工单重复", "Duplicate of a case in hand");

  private final String zh;
  private final String en;

  ReturnReason(String zh, String en) {
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
