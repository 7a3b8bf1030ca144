package hotline.intake.callers;

import hotline.lifecycle.Coded;

/** Which care a caller needs (重点关爱). */
public enum CareNeed implements Coded {
  ELDERLY_ALONE("独居老人", "elderly, lives alone"),
  DEAF("听障，仅限文字沟通", "deaf: text only"),
  LANGUAGE("语言或方言", "language or dialect"),
  OTHER("其他需要照顾的情形", "other");

  private final String zh;
  private final String en;

  CareNeed(String zh, String en) {
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
