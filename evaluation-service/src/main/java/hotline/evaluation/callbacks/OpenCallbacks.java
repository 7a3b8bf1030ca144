package hotline.evaluation.callbacks;

import hotline.evaluation.cases.HotlineCase;
import hotline.evaluation.cases.Speaker;
import hotline.lifecycle.AssignmentCompleted;
import hotline.lifecycle.CallbackOpened;
import hotline.lifecycle.CaseAnsweredDirect;
import hotline.lifecycle.CaseAnsweredWithMain;
import hotline.lifecycle.Envelope;
import hotline.lifecycle.Fact;
import hotline.lifecycle.Uuid7;
import hotline.relay.quarkus.CityCalendars;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;

/**
 * A reply of the lead unit passed review, or the centre answered at once: the citizen is to be
 * called back.
 */
@ApplicationScoped
public class OpenCallbacks {

  private final CallbackRepository callbacks;
  private final PolicyInForce policy;
  private final CityCalendars calendars;
  private final CallbackTimer timer;
  private final Clock clock;

  OpenCallbacks(
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

  /** A callback to be kept, and the fact that it was opened. */
  public record Completion(Callback callback, Fact opened) {}

  /** Opens the callback of a completed round; its clock starts when the reply passed. */
  public Completion completion(HotlineCase about, AssignmentCompleted done, Envelope cause) {
    return open(about, Handled.of(done), cause);
  }

  /** Opens the callback of a direct answer (直接答复); its clock starts with the answer. */
  public Completion answer(HotlineCase about, CaseAnsweredDirect answered, Envelope cause) {
    return open(about, Handled.of(answered), cause);
  }

  /** Opens the callback of a merged case (随主单答复); its clock starts when that reply passed. */
  public Completion answerWithMain(
      HotlineCase about, CaseAnsweredWithMain answered, Envelope cause) {
    return open(about, Handled.of(answered), cause);
  }

  private Completion open(HotlineCase about, Handled done, Envelope cause) {
    CallbackPolicy inForce = policy.get();
    CityCalendars.InForce calendar = calendars.recent();
    CallbackClock started =
        CallbackClock.start(
            cause.time(), inForce.limit(about.urgency(), about.kind()), calendar.calendar());
    Speaker speaker = Speaker.becauseOf(cause, clock);
    Callback callback =
        Callback.open(
            Uuid7.at(speaker.time()), about, done, started, calendar.version(), inForce.version());
    Fact opened =
        about.say(
            new CallbackOpened(callback.callbackId(), done.round(), done.unitId(), started.due()),
            speaker);
    return new Completion(callback, opened);
  }

  /** Makes them known to the database as they stand. */
  public void persist(List<Completion> completions) {
    callbacks.persist(completions.stream().map(Completion::callback));
  }

  /** Keeps them with their clocks. */
  public void keep(Connection tx, List<Completion> completions) throws SQLException {
    persist(completions);
    timer.begin(tx, completions.stream().map(Completion::callback).toList());
  }
}
