package hotline.dispatch.instructions;

import hotline.lifecycle.Coded;

/** What an instruction asks of a unit (主送、阅知). */
public enum Duty implements Coded {
  ANSWER("办理并反馈", "Act and answer"),
  READ("阅知", "Read");

  private final String zh;
  private final String en;

  Duty(String zh, String en) {
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
