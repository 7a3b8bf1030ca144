package hotline.reporting.timeline;

import hotline.lifecycle.EventType;
import hotline.lifecycle.RatedVia;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Units do not learn when their citizen is called (盲评): one that knew could ring first and ask for
 * a good word. What is over they see. What their citizen rated without being called (自助评价) they see
 * once it is the result of its round, and never where it is not.
 */
final class BlindCallbacks {

  // By the beginning of the name: what may be said of callbacks one day is kept back as well.
  private static final String OF_A_CALLBACK = "hotline.callback.";

  // A closed case is not called about; a withdrawal and a transfer cancel the callback without a
  // fact.
  private static final Set<String> END_ALL_BEFORE =
      Set.of(
          EventType.CASE_CLOSED.wireName(),
          EventType.CASE_WITHDRAWN.wireName(),
          EventType.CASE_TRANSFERRED_OUT.wireName());
  private static final Set<String> END_THEIR_OWN =
      Set.of(EventType.EVALUATION_RECORDED.wireName(), EventType.EVALUATION_UNREACHABLE.wireName());

  private BlindCallbacks() {}

  /** The facts, in the order of the log, without those of callbacks that have not ended. */
  static List<CaseTimeline.Entry> withoutOpen(List<CaseTimeline.Entry> facts) {
    Set<String> ended = new HashSet<>();
    int end = 0;
    for (int i = 0; i < facts.size(); i++) {
      CaseTimeline.Entry fact = facts.get(i);
      if (END_THEIR_OWN.contains(fact.type())) {
        ended.add(callbackId(fact));
      } else if (END_ALL_BEFORE.contains(fact.type())) {
        end = i;
      }
    }
    List<CaseTimeline.Entry> shown = new ArrayList<>(facts.subList(0, end));
    for (CaseTimeline.Entry fact : facts.subList(end, facts.size())) {
      if (!fact.type().startsWith(OF_A_CALLBACK) || ended.contains(callbackId(fact))) {
        shown.add(fact);
      }
    }
    shown.removeIf(fact -> isOwnRating(fact) && !counts(fact, facts));
    return shown;
  }

  private static boolean isOwnRating(CaseTimeline.Entry fact) {
    return fact.type().equals(EventType.CASE_RATED.wireName());
  }

  /** Whether it is what was recorded of its round after it. */
  private static boolean counts(CaseTimeline.Entry rated, List<CaseTimeline.Entry> facts) {
    return !rated.superseded()
        && facts.subList(facts.indexOf(rated), facts.size()).stream()
            .anyMatch(
                fact ->
                    fact.type().equals(EventType.EVALUATION_RECORDED.wireName())
                        && isWithoutCall(fact.data().path("via").asText())
                        && fact.data().path("round").equals(rated.data().path("round")));
  }

  private static boolean isWithoutCall(String via) {
    return RatedVia.SELF_SERVICE.name().equals(via) || RatedVia.SMS.name().equals(via);
  }

  private static String callbackId(CaseTimeline.Entry fact) {
    return fact.data().path("callbackId").asText();
  }
}
