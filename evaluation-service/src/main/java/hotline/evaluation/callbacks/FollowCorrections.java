package hotline.evaluation.callbacks;

import hotline.evaluation.cases.HotlineCase;
import hotline.evaluation.cases.Speaker;
import hotline.lifecycle.Envelope;
import hotline.lifecycle.EvaluationEvent;
import hotline.lifecycle.Fact;
import hotline.relay.quarkus.CityCalendars;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** A case is of another kind or urgency (更正): its open callback has the limit of that. */
@ApplicationScoped
public class FollowCorrections {

  private final CallbackRepository callbacks;
  private final PolicyInForce policy;
  private final CityCalendars calendars;
  private final CallbackTimer timer;
  private final Clock clock;

  FollowCorrections(
      CallbackRepository callbacks,
      PolicyInForce policy,
      CityCalendars calendars,
      CallbackTimer timer,
      Clock clock) {
    this.callbacks = callbacks;
    this.policy = policy;
    this.calendars = calendars;
    this.timer = timer;
    this.clock = clock;
  }

  /**
   * Of cases that wait for their callback, each because of its correction.
   *
   * @return what is to be said
   */
  public List<Fact> follow(Connection tx, Map<HotlineCase, Envelope> corrected)
      throws SQLException {
    List<Fact> facts = new ArrayList<>();
    if (corrected.isEmpty()) {
      return facts;
    }
    Map<UUID, HotlineCase> byId = new HashMap<>();
    corrected.keySet().forEach(about -> byId.put(about.caseId(), about));
    CallbackPolicy inForce = policy.get();
    CityCalendars.InForce calendar = calendars.recent();
    List<Callback> moved = new ArrayList<>();
    for (Callback open : callbacks.openOf(byId.keySet())) {
      HotlineCase about = byId.get(open.caseId());
      Speaker speaker = Speaker.becauseOf(corrected.get(about), clock);
      Optional<EvaluationEvent> said =
          open.within(
              inForce.limit(about.urgency(), about.kind()),
              inForce.version(),
              calendar,
              speaker.time());
      if (said.isPresent()) {
        facts.add(about.say(said.get(), speaker));
        moved.add(open);
      }
    }
    if (!moved.isEmpty()) {
      timer.lookAgain(tx, moved);
    }
    return facts;
  }
}
