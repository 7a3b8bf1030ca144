package hotline.lifecycle;

/** How serious a supervision order is (督办级别). */
public enum SupervisionLevel implements Coded {
  NOTICE("督办通知", "Notice"),
  YELLOW_CARD("黄牌督办", "Yellow card"),
  RED_CARD("红牌督办", "Red card");

  private final String zh;
  private final String en;

  SupervisionLevel(String zh, String en) {
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
