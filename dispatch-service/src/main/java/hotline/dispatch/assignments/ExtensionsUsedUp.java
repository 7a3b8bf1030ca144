package hotline.dispatch.assignments;

import hotline.access.IllegalMove;

/** The policy allows no further extension of this task. */
public final class ExtensionsUsedUp extends IllegalMove {

  private static final long serialVersionUID = 1L;

  public ExtensionsUsedUp(int extensions) {
    super(
        "extensions-used-up",
        "该任务已延期 " + extensions + " 次，达到上限，不能再申请延期。",
        "The task was extended "
            + extensions
            + " time(s), which is the most; it cannot be extended again.");
    with("extensions", extensions);
  }
}
