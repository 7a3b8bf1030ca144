package hotline.lifecycle;

/** Why a merged request goes its own way again (撤销并单原因). */
public enum UnmergeReason implements Coded {
  OTHER_MATTER("并非同一诉求", "It is another matter"),
  OWN_ANSWER("需单独答复诉求人", "Its citizen needs an answer of one's own"),
  MAIN_ENDED("主单未答复即终止", "The main request ended without an answer"),
  PROTECTED("更正后须保密", "A correction made one of them confidential");

  private final String zh;
  private final String en;

  UnmergeReason(String zh, String en) {
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
