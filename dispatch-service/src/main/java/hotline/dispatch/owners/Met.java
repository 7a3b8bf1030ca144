package hotline.dispatch.owners;

import hotline.lifecycle.Coded;

/** Whom the owner met, as roles and never by name (见面人员). */
public enum Met implements Coded {
  CITIZEN("诉求人", "The citizen"),
  REPRESENTATIVE("家属或代表", "Family or representatives"),
  VILLAGE("村居干部", "Village or community"),
  HANDLING_UNIT("承办单位", "The handling unit"),
  EXPERT("律师或专家", "Lawyers or experts"),
  OTHER("其他", "Others");

  private final String zh;
  private final String en;

  Met(String zh, String en) {
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
