package hotline.lifecycle;

import java.util.UUID;

/** A fact about one assignment; only those of the lead unit move the case. */
public interface AssignmentFact {

  UUID assignmentId();

  int round();

  AssignmentRole role();

  String unitId();
}
