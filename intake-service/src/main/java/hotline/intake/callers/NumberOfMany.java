package hotline.intake.callers;

import hotline.access.IllegalMove;

/** A mark says something of who calls: not of a number from which many people call. */
public class NumberOfMany extends IllegalMove {
  private static final long serialVersionUID = 1L;

  NumberOfMany() {
    super(
        "number-of-many",
        "该号码为总机或带分机号，来电人不固定，不能设来电标记。",
        "Many people call from this number; it takes no mark of a caller.");
  }
}
