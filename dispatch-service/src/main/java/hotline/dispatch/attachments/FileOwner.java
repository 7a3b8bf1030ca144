package hotline.dispatch.attachments;

import hotline.dispatch.assignments.Assignment;
import java.util.UUID;

/** Whose a file is: that unit's, in that case. */
public record FileOwner(UUID caseId, String unitId, String unitPath) {

  public static FileOwner of(Assignment task) {
    return new FileOwner(task.caseId(), task.unitId(), task.unitPath());
  }
}
