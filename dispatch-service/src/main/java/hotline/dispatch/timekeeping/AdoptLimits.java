package hotline.dispatch.timekeeping;

import hotline.access.Actor;
import hotline.access.IfMatch;
import hotline.dispatch.cases.Cause;
import hotline.dispatch.limits.AdoptedPolicy;
import hotline.dispatch.limits.LimitPolicies;
import hotline.dispatch.limits.LimitRow;
import hotline.dispatch.limits.PolicyName;
import hotline.dispatch.limits.TimeRulesInForce;
import hotline.relay.quarkus.JoinedConnection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;

/** Puts another table of limits into force: for new rounds, and on demand for open tasks. */
@ApplicationScoped
class AdoptLimits {

  private final LimitPolicies policies;
  private final LimitPages pages;
  private final Recomputations recomputations;
  private final TimeRulesInForce timeRules;
  private final JoinedConnection connection;
  private final Clock clock;

  AdoptLimits(
      LimitPolicies policies,
      LimitPages pages,
      Recomputations recomputations,
      TimeRulesInForce timeRules,
      JoinedConnection connection,
      Clock clock) {
    this.policies = policies;
    this.pages = pages;
    this.recomputations = recomputations;
    this.timeRules = timeRules;
    this.connection = connection;
    this.clock = clock;
  }

  @Transactional
  LimitsView adopt(Actor actor, IfMatch expected, LimitsChange change) {
    change.requireReason();
    return connection.call(
        tx -> {
          // Locks the number first: two administrators follow each other, the second is told.
          long number = timeRules.advance(tx);
          AdoptedPolicy before = policies.adopted(tx);
          int version = before.version();
          expected.check(version);
          List<LimitRow> rows = pages.asked(tx, change);
          AdoptedPolicy adopted =
              new AdoptedPolicy(
                  version + 1,
                  new PolicyName(LimitPolicies.CITY, version + 1),
                  change.preset(),
                  change.reason().strip(),
                  actor.userId(),
                  actor.displayName(),
                  Cause.now(clock),
                  change.lightAfter(before.light()),
                  change.forOpenCases(),
                  number);
          policies.add(tx, adopted.name(), rows);
          policies.adopt(tx, adopted);
          if (change.forOpenCases()) {
            recomputations.begin(tx, number);
          }
          return LimitsView.of(
              adopted,
              true,
              policies.rows(tx, adopted.name()),
              change.forOpenCases() ? new RecomputationView(0, 0, false) : null);
        });
  }
}
