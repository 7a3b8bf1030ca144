package hotline.evaluation.hearing;

import hotline.evaluation.callbacks.Callback;
import hotline.evaluation.callbacks.CallbackRepository;
import hotline.evaluation.cases.HotlineCase;
import hotline.evaluation.cases.Speaker;
import hotline.evaluation.closing.RateRound;
import hotline.evaluation.evaluations.Rating;
import hotline.lifecycle.CaseRated;
import hotline.lifecycle.Envelope;
import hotline.lifecycle.Fact;
import hotline.relay.PoisonRecord;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Citizens who rated by themselves (自助评价). Intake has heard of the callback before it lets anybody
 * rate, so the callback is here; whether it is still open is decided by the lock on the case.
 */
@ApplicationScoped
class HearRatings {

  private final CallbackRepository callbacks;
  private final RateRound round;
  private final Clock clock;

  HearRatings(CallbackRepository callbacks, RateRound round, Clock clock) {
    this.callbacks = callbacks;
    this.round = round;
    this.clock = clock;
  }

  /**
   * What is open of the cases that are rated in a poll, to be added to; no statement when none is.
   */
  Map<UUID, Callback> open(List<Fact> facts) {
    Set<UUID> rated =
        facts.stream()
            .filter(fact -> fact.event() instanceof CaseRated)
            .map(fact -> fact.envelope().caseId())
            .collect(Collectors.toSet());
    Map<UUID, Callback> open = new HashMap<>();
    if (!rated.isEmpty()) {
      callbacks.openOf(rated).forEach(callback -> open.put(callback.caseId(), callback));
    }
    return open;
  }

  /**
   * Ends the round as an agent's word does; says nothing when it had its result before.
   *
   * @param open the callback that waits; null for none
   */
  List<Fact> rate(HotlineCase about, Callback open, CaseRated said, Envelope envelope) {
    if (open == null || !open.isOpen() || open.round() != said.round()) {
      return List.of();
    }
    Rating rating = Rating.of(said).orElseThrow(HearRatings::unreadable);
    return round.rate(about, open, rating, Speaker.onWordOf(envelope, clock));
  }

  private static PoisonRecord unreadable() {
    return new PoisonRecord(
        "UNREADABLE", "Not a whole rating, or with a code that is not known here");
  }
}
