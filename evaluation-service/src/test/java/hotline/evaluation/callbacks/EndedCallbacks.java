package hotline.evaluation.callbacks;

import hotline.calendar.Limit;
import hotline.evaluation.cases.HotlineCase;
import hotline.evaluation.evaluations.Decision;
import hotline.evaluation.evaluations.Rating;
import hotline.lifecycle.Answer;
import hotline.lifecycle.CallbackResult;
import hotline.lifecycle.DissatisfactionReason;
import hotline.lifecycle.RatedVia;
import hotline.lifecycle.Solved;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** Callbacks that have closed their case, for the rules about them. */
public final class EndedCallbacks {

  private static final Rating RATING =
      new Rating(
          Answer.YES,
          Solved.NO,
          Answer.NO,
          Answer.YES,
          DissatisfactionReason.POLICY,
          RatedVia.AGENT,
          null);

  private EndedCallbacks() {}

  public static Callback rated(HotlineCase about, int round, Instant at, Instant until) {
    Callback ended = open(about, round, at);
    ended.attempted(CallbackResult.REACHED, at, LocalDate.of(2026, 11, 23));
    ended.rated(RATING, Decision.CLOSED, at, "the agent");
    ended.contestable(until);
    return ended;
  }

  public static Callback silent(HotlineCase about, int round, Instant at, Instant until) {
    Callback ended = open(about, round, at);
    ended.attempted(CallbackResult.NO_ANSWER, at, LocalDate.of(2026, 11, 23));
    ended.givenUp(new UnreachablePolicy(1, 1), at, "the lead");
    ended.contestable(until);
    return ended;
  }

  private static Callback open(HotlineCase about, int round, Instant at) {
    return Callback.open(
        UUID.randomUUID(),
        about,
        new Handled(round, "cg", "/center/cg", false),
        new CallbackClock(at, Limit.parse("3wd"), at, at),
        0,
        "test/1");
  }
}
