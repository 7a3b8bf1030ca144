package hotline.dispatch.accountability;

import hotline.lifecycle.Coded;

/** What is done about a unit that fails again and again (问责方式). */
public enum Measure implements Coded {
  CRITICISM("通报批评", "Named criticism", "TB"),
  TALK("约谈", "Talk", "YT");

  private final String zh;
  private final String en;
  private final String paper;

  Measure(String zh, String en, String paper) {
    this.zh = zh;
    this.en = en;
    this.paper = paper;
  }

  @Override
  public String zh() {
    return zh;
  }

  @Override
  public String en() {
    return en;
  }

  /** Beginning of the numbers of its papers. */
  String paper() {
    return paper;
  }
}
