package hotline.dispatch.owners;

import hotline.dispatch.directory.Directory;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A leader as people choose one. */
@Schema(name = "Leader")
public record LeaderView(String userRef, String unitId, String unitName, String post) {

  static LeaderView of(Leader leader, Directory names) {
    return new LeaderView(
        leader.userRef(), leader.unitId(), names.unitName(leader.unitId()), leader.post());
  }
}
