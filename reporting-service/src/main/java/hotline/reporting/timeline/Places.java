package hotline.reporting.timeline;

import com.fasterxml.jackson.databind.node.ObjectNode;
import hotline.access.Scope;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

/** Where cases lie, and what the facts of one tell of another that lies elsewhere. */
final class Places {

  private static final String MAIN_CASE = "mainCaseId";

  private Places() {}

  /** Path of the place of a case; null of one that has none or is not known. */
  static String of(Connection connection, UUID caseId) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement("SELECT place_path FROM case_record WHERE case_id = ?")) {
      select.setObject(1, caseId);
      try (ResultSet row = select.executeQuery()) {
        return row.next() ? row.getString(1) : null;
      }
    }
  }

  /** Whoever is limited to a grid is told of no main case (主件) on another one. */
  static void keepBackMainCases(Connection connection, List<CaseTimeline.Entry> facts, Scope scope)
      throws SQLException {
    if (!scope.isLimitedToGrid()) {
      return;
    }
    for (CaseTimeline.Entry fact : facts) {
      if (fact.data() instanceof ObjectNode data
          && data.hasNonNull(MAIN_CASE)
          && !scope.reachesPlace(of(connection, UUID.fromString(data.get(MAIN_CASE).asText())))) {
        data.remove(MAIN_CASE);
      }
    }
  }
}
