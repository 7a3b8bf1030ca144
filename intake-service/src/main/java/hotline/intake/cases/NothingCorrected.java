package hotline.intake.cases;

import hotline.access.Invalid;

/** The form says what the case says already. */
public class NothingCorrected extends Invalid {
  private static final long serialVersionUID = 1L;

  NothingCorrected() {
    super(
        "",
        "nothing-changed",
        "没有任何改动，请先修改需要更正的内容。",
        "Nothing differs from what is registered; change what is wrong first.");
  }
}
