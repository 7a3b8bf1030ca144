package hotline.evaluation.spotchecks;

import hotline.evaluation.cases.HotlineCase;
import hotline.evaluation.cases.Speaker;
import hotline.lifecycle.Fact;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A case was reopened before anybody had reported from the site: its unit works on it again, and
 * there is nothing to check. What a checker has reported goes on to be signed: it was seen before.
 */
@ApplicationScoped
public class EndSpotChecks {

  private final SpotCheckRepository checks;
  private final Clock clock;

  EndSpotChecks(SpotCheckRepository checks, Clock clock) {
    this.checks = checks;
    this.clock = clock;
  }

  /** Ends what nobody has reported of these cases, each with its reopening; returns the facts. */
  public List<Fact> reopened(Map<HotlineCase, Fact> reopenings) {
    List<Fact> said = new ArrayList<>();
    if (reopenings.isEmpty()) {
      return said;
    }
    Map<UUID, HotlineCase> cases =
        reopenings.keySet().stream()
            .collect(Collectors.toMap(HotlineCase::caseId, Function.identity()));
    for (SpotCheck open : checks.toCheckOf(cases.keySet())) {
      HotlineCase about = cases.get(open.caseId());
      Speaker speaker = Speaker.becauseOf(reopenings.get(about).envelope(), clock);
      said.add(about.say(open.lapsed(speaker.time()), speaker));
    }
    return said;
  }
}
