package hotline.evaluation.archiving;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

/** What keeps closed cases from being archived though their windows are over. */
@ApplicationScoped
class Hindrances {

  private static final String UNDECIDED =
      "exists (select 1 from score_request r"
          + " where r.case_id = c.case_id and r.status in ('REVIEWING', 'CONFIRMING'))";

  // A closed case is looked at as it was closed; a check ends by the clock, so not for ever.
  private static final String SPOT_CHECKED =
      "exists (select 1 from spot_check s where s.case_id = c.case_id and s.ended_at is null)";

  private static final String QUERY =
      "select c.case_id from hotline_case c where c.case_id = any (?) and ("
          + UNDECIDED
          + " or "
          + SPOT_CHECKED
          + " or exists (select 1 from legal_hold l"
          + " where l.case_id = c.case_id and l.lifted_at is null))";

  /**
   * Those of these cases, which are locked, that are held by law, or of which a request or a spot
   * check is open.
   */
  Set<UUID> of(Connection tx, Collection<UUID> caseIds) throws SQLException {
    Set<UUID> hindered = new HashSet<>();
    try (PreparedStatement select = tx.prepareStatement(QUERY)) {
      select.setArray(1, tx.createArrayOf("uuid", caseIds.toArray()));
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          hindered.add(row.getObject(1, UUID.class));
        }
      }
    }
    return hindered;
  }

  /** Whether something that its unit asked about its score waits for the centre. */
  boolean isUndecided(Connection tx, UUID caseId) throws SQLException {
    return is(UNDECIDED, tx, caseId);
  }

  /** Whether it was drawn for a spot check that has not ended. */
  boolean isSpotChecked(Connection tx, UUID caseId) throws SQLException {
    return is(SPOT_CHECKED, tx, caseId);
  }

  private static boolean is(String condition, Connection tx, UUID caseId) throws SQLException {
    try (PreparedStatement select =
        tx.prepareStatement("select " + condition + " from hotline_case c where c.case_id = ?")) {
      select.setObject(1, caseId);
      try (ResultSet row = select.executeQuery()) {
        return row.next() && row.getBoolean(1);
      }
    }
  }
}
