package hotline.dispatch.templates;

import hotline.access.Invalid;

/** People choose a template by its name: two of one unit that are in use have two names. */
public final class TemplateNameTaken extends Invalid {

  private static final long serialVersionUID = 1L;

  TemplateNameTaken() {
    super(
        "name",
        "name-is-taken",
        "本单位已有同名的模板，请换一个名称，或修改已有的。",
        "The unit has a template of this name in use; take another name, or change that one.");
  }
}
