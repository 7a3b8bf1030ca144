package hotline.lifecycle;

/** The six copies of a responsibility notice (六联责任单), in the order of their numbers (联次). */
public enum NoticeCopy implements Coded {
  LEADER("分管领导联", "Leader in charge"),
  PETITIONER("诉求人联", "Petitioner"),
  PARTY_OFFICE("党委办公室联", "Party office"),
  GOVERNMENT_OFFICE("政府办公室联", "Government office"),
  ORGANISATION_DEPARTMENT("组织部门联", "Organisation department"),
  PETITION_OFFICE("信访部门存档联", "File of the petition office");

  private final String zh;
  private final String en;

  NoticeCopy(String zh, String en) {
    this.zh = zh;
    this.en = en;
  }

  /** From 1 to 6. */
  public int number() {
    return ordinal() + 1;
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
