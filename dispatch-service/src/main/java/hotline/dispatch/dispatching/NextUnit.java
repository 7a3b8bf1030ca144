package hotline.dispatch.dispatching;

import hotline.access.Violations;
import hotline.dispatch.directory.Directory;
import hotline.lifecycle.DirectoryEntry.Unit;

/** The unit that a dispatcher names for a case that another one does not keep. */
public final class NextUnit {

  private NextUnit() {}

  /** Null when none is named. */
  public static Unit of(String code, Directory known) {
    if (code == null || code.isBlank()) {
      return null;
    }
    Unit unit = known.unit(code).orElse(null);
    new Violations()
        .require(
            unit != null,
            "toUnitId",
            "unknown-unit",
            "没有这个承办单位。请从列表中选择。",
            "There is no such unit. Choose one from the list.")
        .require(
            unit == null || unit.active(),
            "toUnitId",
            "inactive-unit",
            "该承办单位已停用。请另选。",
            "This unit is out of service. Choose another one.")
        .throwIfAny();
    return unit;
  }
}
