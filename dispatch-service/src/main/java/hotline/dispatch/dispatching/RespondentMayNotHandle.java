package hotline.dispatch.dispatching;

import hotline.access.IllegalMove;
import hotline.lifecycle.DirectoryEntry.Unit;

/** A complaint about a unit must not land there. */
public final class RespondentMayNotHandle extends IllegalMove {

  private static final long serialVersionUID = 1L;

  public RespondentMayNotHandle(Unit unit) {
    super(
        "respondent-unit",
        unit.nameZh() + "是被反映单位或其下属单位，不能承办此件。请另选承办单位。",
        unit.nameEn()
            + " is the unit complained about, or a part of it, and may not handle the case. Choose"
            + " another unit.");
    with("unitId", unit.code());
  }
}
