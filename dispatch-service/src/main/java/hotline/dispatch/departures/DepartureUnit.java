package hotline.dispatch.departures;

import hotline.access.Actor;
import hotline.access.NotFound;
import hotline.access.Role;
import hotline.access.Scope;
import hotline.dispatch.directory.Directory;
import hotline.lifecycle.DirectoryEntry.Unit;

/**
 * Of which units somebody says who leaves: a leader of the own one and those below it, a supervisor
 * of the centre of all.
 */
final class DepartureUnit {

  private DepartureUnit() {}

  /**
   * Also of one that is no more in service: people leave it, too.
   *
   * @param unitId null for the own one
   */
  static Unit of(Actor actor, String unitId, Directory directory) {
    String code = unitId == null || unitId.isBlank() ? actor.unitId() : unitId;
    Unit unit = directory.unit(code).orElseThrow(() -> new NotFound("单位", "unit"));
    require(actor, unit.path());
    return unit;
  }

  static void require(Actor actor, String unitPath) {
    if (!actor.is(Role.SUPERVISOR)) {
      Scope.of(actor).requireMayActForUnit(unitPath);
    }
  }

  /** The subtree to which the list is limited; null for the whole city. */
  static String subtree(Actor actor) {
    return actor.is(Role.SUPERVISOR) ? null : actor.unitPath();
  }
}
