package hotline.dispatch.templates;

import hotline.access.IllegalMove;

/** A list that nobody reads to its end helps nobody to choose. */
public final class TooManyTemplates extends IllegalMove {

  private static final long serialVersionUID = 1L;

  static final int MOST = 100;

  TooManyTemplates() {
    super(
        "too-many-templates",
        "每个单位最多启用 " + MOST + " 个答复模板，请先停用不再使用的。",
        "A unit has at most "
            + MOST
            + " templates in use; put those out of use first that nobody"
            + " needs.");
  }
}
