package hotline.dispatch.catalogue;

import hotline.dispatch.reference.Remembered;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** The catalogue's table. */
@ApplicationScoped
public class CatalogueStore {

  private static final String INSERT =
      "insert into routing_rule (rule_id, category_prefix, place_prefix, target, automatic,"
          + " valid_from, created_by, catalogue_version) values (?, ?, ?, ?, ?, ?, ?, ?)";

  private final Remembered<Catalogue> remembered;

  CatalogueStore(DataSource database) {
    remembered = new Remembered<>(database, "catalogue", CatalogueStore::load);
  }

  /** At most a second old: for routing. */
  public Catalogue recent() {
    return remembered.recent();
  }

  /** As it is now: for those who change it. */
  public Catalogue current() {
    return remembered.current();
  }

  public boolean isEmpty(Connection tx) throws SQLException {
    try (PreparedStatement sql = tx.prepareStatement("select exists (select 1 from routing_rule)");
        ResultSet row = sql.executeQuery()) {
      row.next();
      return !row.getBoolean(1);
    }
  }

  long nextVersion(Connection tx) throws SQLException {
    return remembered.advance(tx);
  }

  /** Ends the rule in force for this category and place, if there is one. */
  void end(Connection tx, String categoryPrefix, String placePrefix, Instant now)
      throws SQLException {
    try (PreparedStatement sql =
        tx.prepareStatement(
            "update routing_rule set valid_to = greatest(valid_from, ?)"
                + " where category_prefix = ? and place_prefix = ? and valid_to is null")) {
      sql.setObject(1, now.atOffset(ZoneOffset.UTC));
      sql.setString(2, categoryPrefix);
      sql.setString(3, placePrefix);
      sql.executeUpdate();
    }
  }

  void add(Connection tx, List<RoutingRule> rules, String createdBy) throws SQLException {
    try (PreparedStatement sql = tx.prepareStatement(INSERT)) {
      for (RoutingRule rule : rules) {
        sql.setString(1, rule.ruleId());
        sql.setString(2, rule.categoryPrefix());
        sql.setString(3, rule.placePrefix());
        sql.setString(4, rule.target());
        sql.setBoolean(5, rule.automatic());
        sql.setObject(6, rule.validFrom().atOffset(ZoneOffset.UTC));
        sql.setString(7, createdBy);
        sql.setLong(8, rule.catalogueVersion());
        sql.addBatch();
      }
      sql.executeBatch();
    }
  }

  private static Catalogue load(Connection connection, long version) throws SQLException {
    List<RoutingRule> rules = new ArrayList<>();
    try (PreparedStatement sql =
            connection.prepareStatement(
                "select rule_id, category_prefix, place_prefix, target, automatic, valid_from,"
                    + " catalogue_version from routing_rule where valid_to is null");
        ResultSet row = sql.executeQuery()) {
      while (row.next()) {
        rules.add(
            new RoutingRule(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getBoolean(5),
                row.getObject(6, OffsetDateTime.class).toInstant(),
                row.getLong(7)));
      }
    }
    return new Catalogue(version, rules);
  }
}
