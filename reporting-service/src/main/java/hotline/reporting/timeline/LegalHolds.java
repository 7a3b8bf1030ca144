package hotline.reporting.timeline;

import hotline.access.Actor;
import hotline.access.Role;
import java.util.List;

/**
 * Who is investigated does not learn of it from the case (法律保留): that one stands, and why, is for
 * those who read the holds of a case in evaluation, its {@code getArchive}.
 */
final class LegalHolds {

  // By the beginning of the name: what may be said of holds one day is kept back as well.
  private static final String OF_A_HOLD = "hotline.legal-hold.";

  private static final Role[] READERS = {Role.SUPERVISOR, Role.LEADER, Role.ASSESSMENT_CLERK};

  private LegalHolds() {}

  /** The facts of a case, those of its holds only to their readers. */
  static List<CaseTimeline.Entry> seenBy(Actor reader, List<CaseTimeline.Entry> facts) {
    return reader.isAny(READERS)
        ? facts
        : facts.stream()
            .filter(fact -> !fact.type().startsWith(OF_A_HOLD))
            .map(CaseTimeline.Entry::withoutSequence)
            .toList();
  }
}
