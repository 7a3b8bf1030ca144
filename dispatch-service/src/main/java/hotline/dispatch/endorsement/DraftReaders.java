package hotline.dispatch.endorsement;

import hotline.access.Forbidden;
import hotline.access.Scope;
import hotline.dispatch.directory.DirectoryStore;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Whose a draft is: its unit's, and that of the units above. The hotline centre stands above all of
 * them and is nobody's superior: it reviews what they submit.
 */
@ApplicationScoped
public class DraftReaders {

  private final DirectoryStore directory;

  DraftReaders(DirectoryStore directory) {
    this.directory = directory;
  }

  public boolean read(Scope scope, String unitPath) {
    String own = scope.actor().unitPath();
    return scope.mayActForUnit(unitPath)
        && (unitPath.equals(own) || !directory.recent().isTheOnlyRoot(own));
  }

  void require(Scope scope, String unitPath) {
    if (!read(scope, unitPath)) {
      throw Forbidden.otherUnit();
    }
  }
}
