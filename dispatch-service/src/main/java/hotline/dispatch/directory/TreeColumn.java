package hotline.dispatch.directory;

import hotline.access.files.NamedColumns;

/** The columns of a file with a whole tree. */
enum TreeColumn implements NamedColumns.Named {
  CODE("code", "代码", true),
  PARENT("parent", "上级代码", false),
  NAME_ZH("name_zh", "中文名称", true),
  NAME_EN("name_en", "英文名称", false),
  LEVEL("level", "层级", false),
  ACTIVE("active", "在用", false);

  private final String english;
  private final String chinese;
  private final boolean required;

  TreeColumn(String english, String chinese, boolean required) {
    this.english = english;
    this.chinese = chinese;
    this.required = required;
  }

  @Override
  public String english() {
    return english;
  }

  @Override
  public String chinese() {
    return chinese;
  }

  @Override
  public boolean required() {
    return required;
  }
}
