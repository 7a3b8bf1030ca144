package hotline.dispatch.limits;

import hotline.calendar.EndRule;
import hotline.calendar.LightRule;
import hotline.calendar.StartRule;
import hotline.dispatch.limits.LimitPolicy.Limited;
import hotline.dispatch.reference.AtStart;
import hotline.dispatch.reference.SeedFile;
import hotline.dispatch.reference.Seeding;
import hotline.lifecycle.CaseKind;
import hotline.lifecycle.Envelope;
import hotline.lifecycle.Urgency;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The presets are there from the first start; the shipped calendar and {@code sd-default} are in
 * force until somebody adopts others.
 */
@ApplicationScoped
class SeedTimeRules {

  private static final String SHIPPED = "随系统提供 / Shipped with the system";

  private final Seeding seeding;
  private final CalendarVersions calendars;
  private final LimitPolicies policies;
  private final TimeRulesInForce rules;
  private final CalendarTopic topic;
  private final Clock clock;

  SeedTimeRules(
      Seeding seeding,
      CalendarVersions calendars,
      LimitPolicies policies,
      TimeRulesInForce rules,
      CalendarTopic topic,
      Clock clock) {
    this.seeding = seeding;
    this.calendars = calendars;
    this.policies = policies;
    this.rules = rules;
    this.topic = topic;
    this.clock = clock;
  }

  void atStart(@Observes @Priority(AtStart.LIMITS) StartupEvent started) {
    seeding.run("limits", this::addPresets);
    seeding.run("time rules", this::beginWithShipped);
    seeding.run("calendars on the stream", this::sayTheNewest);
    // Whoever starts with rules that cannot be read does not start.
    rules.current();
  }

  private int addPresets(Connection tx) throws SQLException {
    int added = 0;
    for (Map.Entry<PolicyName, List<LimitRow>> preset : presets().entrySet()) {
      added += policies.add(tx, preset.getKey(), preset.getValue());
    }
    return added;
  }

  private int beginWithShipped(Connection tx) throws SQLException {
    boolean withoutCalendar = calendars.newest(tx) == 0;
    boolean withoutPolicy = policies.adopted(tx) == null;
    if (!withoutCalendar && !withoutPolicy) {
      return 0;
    }
    long number = rules.advance(tx);
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    if (withoutCalendar) {
      calendars.add(
          tx,
          new AdoptedCalendar(
              1, CalendarContent.shipped(), SHIPPED, Envelope.SYSTEM, null, now, number));
    }
    if (withoutPolicy) {
      policies.adopt(
          tx,
          new AdoptedPolicy(
              1,
              new PolicyName(LimitPolicies.SHIPPED, 1),
              LimitPolicies.SHIPPED,
              SHIPPED,
              Envelope.SYSTEM,
              null,
              now,
              LightRule.DEFAULT,
              false,
              number));
    }
    return (withoutCalendar ? 1 : 0) + (withoutPolicy ? 1 : 0);
  }

  /** One that was adopted before calendars were said, too. */
  private int sayTheNewest(Connection tx) throws SQLException {
    return topic.say(tx, calendars.find(tx, calendars.newest(tx)).orElseThrow());
  }

  /** The shipped file: every preset with its rows. */
  static Map<PolicyName, List<LimitRow>> presets() {
    Map<PolicyName, List<LimitRow>> presets = new LinkedHashMap<>();
    for (Map<String, String> row : SeedFile.rows("limits.csv")) {
      presets
          .computeIfAbsent(
              new PolicyName(row.get("policy"), Integer.parseInt(row.get("version"))),
              none -> new ArrayList<>())
          .add(row(row));
    }
    return presets;
  }

  private static LimitRow row(Map<String, String> row) {
    String times = row.get("times");
    return new LimitRow(
        row.get("kind") == null ? null : CaseKind.valueOf(row.get("kind")),
        Urgency.valueOf(row.get("urgency")),
        Limited.valueOf(row.get("clock")),
        row.get("limit"),
        StartRule.valueOf(row.get("start_rule")),
        EndRule.valueOf(row.get("end_rule")),
        times == null ? null : Integer.valueOf(times));
  }
}
