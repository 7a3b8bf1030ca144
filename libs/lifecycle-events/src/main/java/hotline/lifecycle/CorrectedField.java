package hotline.lifecycle;

/** What of a registered case was corrected (更正项). */
public enum CorrectedField implements Coded {
  KIND("诉求类型", "Kind"),
  URGENCY("紧急程度", "Urgency"),
  CHANNEL("来源渠道", "Channel"),
  CATEGORY("诉求分类", "Category"),
  PLACE("事发区划", "Place"),
  ADDRESS("详细地址", "Address"),
  TITLE("标题", "Title"),
  CONTENT("诉求内容", "Content"),
  DEMAND("具体诉求", "Demand"),
  RECEIVED_AT("受理时间", "Time of receipt"),
  RESPONDENT("被反映单位", "Unit complained about");

  private final String zh;
  private final String en;

  CorrectedField(String zh, String en) {
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
