package hotline.dispatch.timekeeping;

import hotline.access.Actor;
import hotline.access.IfMatch;
import hotline.dispatch.cases.Cause;
import hotline.dispatch.limits.AdoptedCalendar;
import hotline.dispatch.limits.CalendarContent;
import hotline.dispatch.limits.CalendarTopic;
import hotline.dispatch.limits.CalendarVersions;
import hotline.dispatch.limits.TimeRulesInForce;
import hotline.relay.quarkus.JoinedConnection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;

/** Puts another version of the calendar into force; the due times follow in batches. */
@ApplicationScoped
class AdoptCalendar {

  private final CalendarVersions versions;
  private final Recomputations recomputations;
  private final MissingYears missing;
  private final TimeRulesInForce timeRules;
  private final CalendarTopic topic;
  private final JoinedConnection connection;
  private final Clock clock;

  AdoptCalendar(
      CalendarVersions versions,
      Recomputations recomputations,
      MissingYears missing,
      TimeRulesInForce timeRules,
      CalendarTopic topic,
      JoinedConnection connection,
      Clock clock) {
    this.versions = versions;
    this.recomputations = recomputations;
    this.missing = missing;
    this.timeRules = timeRules;
    this.topic = topic;
    this.connection = connection;
    this.clock = clock;
  }

  @Transactional
  CalendarView adopt(Actor actor, IfMatch expected, CalendarChange change) {
    change.requireReason();
    return connection.call(
        tx -> {
          // Locks the number first: two administrators follow each other, the second is told.
          long number = timeRules.advance(tx);
          int inForce = versions.newest(tx);
          expected.check(inForce);
          CalendarContent content = change.on(versions.find(tx, inForce).orElseThrow().content());
          AdoptedCalendar adopted =
              new AdoptedCalendar(
                  inForce + 1,
                  content,
                  change.reason().strip(),
                  actor.userId(),
                  actor.displayName(),
                  Cause.now(clock),
                  number);
          versions.add(tx, adopted);
          topic.say(tx, adopted);
          recomputations.begin(tx, number);
          return CalendarView.of(
              adopted, true, missing.of(content.calendar()), new RecomputationView(0, 0, false));
        });
  }
}
