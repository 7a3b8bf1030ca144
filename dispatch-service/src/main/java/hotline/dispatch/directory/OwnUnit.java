package hotline.dispatch.directory;

import hotline.access.Actor;
import hotline.access.Scope;
import hotline.lifecycle.DirectoryEntry.Unit;
import java.util.Optional;

/** The unit for which somebody works, as the directory has it. */
public final class OwnUnit {

  private OwnUnit() {}

  /**
   * Empty for an account whose unit the directory does not have, has elsewhere, or has no more in
   * service.
   */
  public static Optional<Unit> of(Actor actor, Directory directory) {
    return directory
        .unit(actor.unitId())
        .filter(Unit::active)
        .filter(unit -> unit.path().equals(actor.unitPath()));
  }

  /** Of a unit that the directory may have no more: then in nobody's reach. */
  public static String path(String unitId, Directory directory) {
    return directory.unit(unitId).map(Unit::path).orElse(Scope.NOWHERE);
  }
}
