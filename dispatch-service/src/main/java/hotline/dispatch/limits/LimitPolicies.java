package hotline.dispatch.limits;

import hotline.calendar.EndRule;
import hotline.calendar.Limit;
import hotline.calendar.LimitRule;
import hotline.calendar.StartRule;
import hotline.dispatch.limits.LimitPolicy.Limited;
import hotline.dispatch.reference.AtStart;
import hotline.dispatch.reference.SeedFile;
import hotline.dispatch.reference.Seeding;
import hotline.lifecycle.CaseKind;
import hotline.lifecycle.Urgency;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The table of limits: filled from the shipped file, in force for every new round. */
@ApplicationScoped
public class LimitPolicies {

  static final String IN_FORCE = "sd-default";

  private final Seeding seeding;
  private volatile LimitPolicy inForce;

  LimitPolicies(Seeding seeding) {
    this.seeding = seeding;
  }

  public LimitPolicy inForce() {
    return inForce;
  }

  void atStart(@Observes @Priority(AtStart.LIMITS) StartupEvent started) {
    seeding.run(
        "limits",
        tx -> {
          int added = add(tx);
          inForce = load(tx);
          return added;
        });
  }

  private static int add(Connection tx) throws SQLException {
    int added = 0;
    try (PreparedStatement sql =
        tx.prepareStatement(
            "insert into limit_policy (policy, version, kind, urgency, clock, duration, start_rule,"
                + " end_rule, times) values (?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing")) {
      for (Map<String, String> row : SeedFile.rows("limits.csv")) {
        sql.setString(1, row.get("policy"));
        sql.setInt(2, Integer.parseInt(row.get("version")));
        sql.setString(3, row.get("kind"));
        sql.setString(4, row.get("urgency"));
        sql.setString(5, row.get("clock"));
        sql.setString(6, row.get("limit"));
        sql.setString(7, row.get("start_rule"));
        sql.setString(8, row.get("end_rule"));
        sql.setObject(9, times(row.get("times")));
        added += sql.executeUpdate();
      }
    }
    return added;
  }

  private record Row(
      int version, String kind, String urgency, String limited, LimitRule rule, Integer times) {}

  private static LimitPolicy load(Connection tx) throws SQLException {
    List<Row> rows = new ArrayList<>();
    try (PreparedStatement sql =
        tx.prepareStatement(
            "select version, kind, urgency, clock, duration, start_rule, end_rule, times"
                + " from limit_policy"
                + " where policy = ? and version = (select max(version) from limit_policy where policy = ?)")) {
      sql.setString(1, IN_FORCE);
      sql.setString(2, IN_FORCE);
      try (ResultSet row = sql.executeQuery()) {
        while (row.next()) {
          rows.add(
              new Row(
                  row.getInt(1),
                  row.getString(2),
                  row.getString(3),
                  row.getString(4),
                  rule(row.getString(5), row.getString(6), row.getString(7)),
                  row.getObject(8, Integer.class)));
        }
      }
    }
    LimitPolicy policy = new LimitPolicy(IN_FORCE + "/" + rows.get(0).version());
    for (Row row : rows) {
      policy.with(
          row.kind() == null ? null : CaseKind.valueOf(row.kind()),
          Urgency.valueOf(row.urgency()),
          Limited.valueOf(row.limited()),
          row.rule(),
          row.times());
    }
    return policy;
  }

  static Integer times(String text) {
    return text == null ? null : Integer.valueOf(text);
  }

  static LimitRule rule(String limit, String startRule, String endRule) {
    return new LimitRule(
        Limit.parse(limit), StartRule.valueOf(startRule), EndRule.valueOf(endRule));
  }
}
