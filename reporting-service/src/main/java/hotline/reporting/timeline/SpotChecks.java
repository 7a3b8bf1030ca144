package hotline.reporting.timeline;

import hotline.access.Actor;
import hotline.access.Role;
import hotline.lifecycle.EventType;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Whose work is checked does not learn of the check before it has ended (抽查): a unit that knew
 * could go there first. Those who draw and read the draws see it from the draw on.
 */
final class SpotChecks {

  // By the beginning of the name: what may be said of checks one day is kept back as well.
  private static final String OF_A_CHECK = "hotline.spotcheck.";

  private static final Set<String> ENDS =
      Set.of(EventType.SPOT_CHECK_RECORDED.wireName(), EventType.SPOT_CHECK_NOT_MADE.wireName());

  private static final Role[] READERS = {Role.SUPERVISOR, Role.LEADER, Role.ASSESSMENT_CLERK};

  private SpotChecks() {}

  /** The facts of a case, those of checks that have not ended only to their readers. */
  static List<CaseTimeline.Entry> seenBy(Actor reader, List<CaseTimeline.Entry> facts) {
    if (reader.isAny(READERS)) {
      return facts;
    }
    Set<String> ended =
        facts.stream()
            .filter(fact -> ENDS.contains(fact.type()))
            .map(SpotChecks::checkId)
            .collect(Collectors.toSet());
    return facts.stream()
        .filter(fact -> !fact.type().startsWith(OF_A_CHECK) || ended.contains(checkId(fact)))
        .map(CaseTimeline.Entry::withoutSequence)
        .toList();
  }

  private static String checkId(CaseTimeline.Entry fact) {
    return fact.data().path("checkId").asText();
  }
}
