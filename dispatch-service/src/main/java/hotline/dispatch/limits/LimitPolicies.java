package hotline.dispatch.limits;

import hotline.calendar.EndRule;
import hotline.calendar.LightRule;
import hotline.calendar.Limit;
import hotline.calendar.LimitRule;
import hotline.calendar.StartRule;
import hotline.dispatch.limits.LimitPolicy.Limited;
import hotline.lifecycle.CaseKind;
import hotline.lifecycle.Urgency;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;

/** The tables of limits, presets and adopted ones alike, and which was adopted when. */
@ApplicationScoped
public class LimitPolicies {

  /** The name of tables that were made here. */
  public static final String CITY = "city";

  /** The preset with which every city begins. */
  static final String SHIPPED = "sd-default";

  private static final Logger LOG = Logger.getLogger(LimitPolicies.class);
  private static final String ADOPTED =
      "select version, policy, policy_version, preset, reason, adopted_by, adopted_name,"
          + " adopted_at, light_percent, light_days, open_cases, reckoning from adopted_policy";

  /** The table in force; null when none is yet. */
  public AdoptedPolicy adopted(Connection tx) throws SQLException {
    return first(tx, " order by version desc limit 1");
  }

  /** The last one that open tasks follow as well; null when there was none. */
  AdoptedPolicy adoptedForOpen(Connection tx) throws SQLException {
    return first(tx, " where open_cases order by version desc limit 1");
  }

  public Optional<AdoptedPolicy> find(Connection tx, int version) throws SQLException {
    try (PreparedStatement sql = tx.prepareStatement(ADOPTED + " where version = ?")) {
      sql.setInt(1, version);
      return readAdopted(sql).stream().findFirst();
    }
  }

  /** All adoptions, the newest first. */
  public List<AdoptedPolicy> all(Connection tx) throws SQLException {
    try (PreparedStatement sql = tx.prepareStatement(ADOPTED + " order by version desc")) {
      return readAdopted(sql);
    }
  }

  /** The names of the shipped tables. */
  public List<PolicyName> presets(Connection tx) throws SQLException {
    List<PolicyName> names = new ArrayList<>();
    try (PreparedStatement sql =
        tx.prepareStatement(
            "select policy, max(version) from limit_policy where policy <> ? group by policy"
                + " order by policy <> ?, policy")) {
      sql.setString(1, CITY);
      sql.setString(2, SHIPPED);
      try (ResultSet row = sql.executeQuery()) {
        while (row.next()) {
          names.add(new PolicyName(row.getString(1), row.getInt(2)));
        }
      }
    }
    return names;
  }

  public void adopt(Connection tx, AdoptedPolicy adopted) throws SQLException {
    try (PreparedStatement sql =
        tx.prepareStatement(
            "insert into adopted_policy (version, policy, policy_version, preset, reason, adopted_by,"
                + " adopted_name, adopted_at, light_percent, light_days, open_cases, reckoning)"
                + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
      sql.setInt(1, adopted.version());
      sql.setString(2, adopted.name().policy());
      sql.setInt(3, adopted.name().version());
      sql.setString(4, adopted.preset());
      sql.setString(5, adopted.reason());
      sql.setString(6, adopted.adoptedBy());
      sql.setString(7, adopted.adoptedName());
      sql.setObject(8, adopted.adoptedAt().atOffset(ZoneOffset.UTC));
      sql.setInt(9, adopted.light().percent());
      sql.setInt(10, adopted.light().days());
      sql.setBoolean(11, adopted.openCases());
      sql.setLong(12, adopted.reckoning());
      sql.executeUpdate();
    }
  }

  /** Adds the rows that are not there yet; returns how many that were. */
  public int add(Connection tx, PolicyName name, List<LimitRow> rows) throws SQLException {
    try (PreparedStatement sql =
        tx.prepareStatement(
            "insert into limit_policy (policy, version, kind, urgency, clock, duration, start_rule,"
                + " end_rule, times) values (?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing")) {
      int added = 0;
      for (LimitRow row : rows) {
        LimitRule rule = row.rule();
        sql.setString(1, name.policy());
        sql.setInt(2, name.version());
        sql.setString(3, row.kind() == null ? null : row.kind().name());
        sql.setString(4, row.urgency().name());
        sql.setString(5, row.clock().name());
        sql.setString(6, rule.limit().format());
        sql.setString(7, rule.startRule().name());
        sql.setString(8, rule.endRule().name());
        sql.setObject(9, row.times());
        added += sql.executeUpdate();
      }
      return added;
    }
  }

  LimitPolicy read(Connection tx, PolicyName name) throws SQLException {
    return LimitPolicy.of(name.text(), rows(tx, name), light(tx, name));
  }

  /** A preset that nobody has adopted has the shipped rule. */
  private static LightRule light(Connection tx, PolicyName name) throws SQLException {
    try (PreparedStatement sql =
        tx.prepareStatement(ADOPTED + " where policy = ? and policy_version = ?")) {
      sql.setString(1, name.policy());
      sql.setInt(2, name.version());
      return readAdopted(sql).stream()
          .findFirst()
          .map(AdoptedPolicy::light)
          .orElse(LightRule.DEFAULT);
    }
  }

  /**
   * The rows of a table. A newer version of this service may have written clocks, kinds or units
   * that this one does not know: it works on with the others.
   */
  public List<LimitRow> rows(Connection tx, PolicyName name) throws SQLException {
    List<LimitRow> rows = new ArrayList<>();
    try (PreparedStatement sql =
        tx.prepareStatement(
            "select kind, urgency, clock, duration, start_rule, end_rule, times from limit_policy"
                + " where policy = ? and version = ?"
                + " order by urgency, kind nulls first, clock")) {
      sql.setString(1, name.policy());
      sql.setInt(2, name.version());
      try (ResultSet row = sql.executeQuery()) {
        while (row.next()) {
          known(name, row).ifPresent(rows::add);
        }
      }
    }
    return rows;
  }

  private static Optional<LimitRow> known(PolicyName name, ResultSet row) throws SQLException {
    String kind = row.getString(1);
    try {
      LimitRow read =
          new LimitRow(
              kind == null ? null : CaseKind.valueOf(kind),
              Urgency.valueOf(row.getString(2)),
              Limited.valueOf(row.getString(3)),
              row.getString(4),
              StartRule.valueOf(row.getString(5)),
              EndRule.valueOf(row.getString(6)),
              row.getObject(7, Integer.class));
      read.rule();
      return Optional.of(read);
    } catch (IllegalArgumentException unknown) {
      LOG.warnf(
          "Policy %s has a limit that this version does not know, and works without it: %s %s %s %s",
          name.text(), kind, row.getString(2), row.getString(3), row.getString(4));
      return Optional.empty();
    }
  }

  private static AdoptedPolicy first(Connection tx, String which) throws SQLException {
    try (PreparedStatement sql = tx.prepareStatement(ADOPTED + which)) {
      return readAdopted(sql).stream().findFirst().orElse(null);
    }
  }

  private static List<AdoptedPolicy> readAdopted(PreparedStatement sql) throws SQLException {
    List<AdoptedPolicy> found = new ArrayList<>();
    try (ResultSet row = sql.executeQuery()) {
      while (row.next()) {
        found.add(
            new AdoptedPolicy(
                row.getInt(1),
                new PolicyName(row.getString(2), row.getInt(3)),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                row.getString(7),
                row.getObject(8, OffsetDateTime.class).toInstant(),
                new LightRule(row.getInt(9), row.getInt(10)),
                row.getBoolean(11),
                row.getLong(12)));
      }
    }
    return found;
  }

  static LimitRule rule(String limit, String startRule, String endRule) {
    return new LimitRule(
        Limit.parse(limit), StartRule.valueOf(startRule), EndRule.valueOf(endRule));
  }
}
