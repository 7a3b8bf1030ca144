package hotline.evaluation.archiving;

import hotline.lifecycle.CaseKind;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.Map;

/**
 * As the database states it, read once: it changes only by a migration, which comes with a start.
 */
@ApplicationScoped
class ArchivePolicyInForce {

  private final AgroalDataSource database;
  private volatile ArchivePolicy policy;

  ArchivePolicyInForce(AgroalDataSource database) {
    this.database = database;
  }

  ArchivePolicy get() {
    ArchivePolicy known = policy;
    if (known == null) {
      known = read();
      policy = known;
    }
    return known;
  }

  private ArchivePolicy read() {
    try (Connection connection = database.getConnection();
        PreparedStatement select =
            connection.prepareStatement(
                "select p.archive_days, r.kind, r.years from callback_policy p, retention_class r"
                    + " where p.in_force");
        ResultSet row = select.executeQuery()) {
      int days = 0;
      Map<CaseKind, Integer> years = new EnumMap<>(CaseKind.class);
      while (row.next()) {
        days = row.getInt("archive_days");
        years.put(CaseKind.valueOf(row.getString("kind")), row.getInt("years"));
      }
      return new ArchivePolicy(days, years);
    } catch (SQLException e) {
      throw new IllegalStateException("The policy of archiving cannot be read", e);
    }
  }
}
