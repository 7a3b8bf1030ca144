package hotline.dispatch.dispatching;

import hotline.access.IllegalMove;
import hotline.lifecycle.DirectoryEntry.Unit;

/** A unit has one open task of a case at a time. */
public final class UnitHasItAlready extends IllegalMove {

  private static final long serialVersionUID = 1L;

  public UnitHasItAlready(Unit unit) {
    super(
        "unit-has-it-already",
        unit.nameZh() + "已在承办该工单。请另选承办单位。",
        unit.nameEn() + " has a task of this case already. Choose another unit.");
    with("unitId", unit.code());
  }
}
