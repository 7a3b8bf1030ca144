package hotline.evaluation.cases;

import hotline.access.OnGrid;
import hotline.access.Scope;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/**
 * The rows of cases on the grid to which the reader is limited, as SQL. Nothing is added for
 * whoever is not: their plans stay what they are.
 *
 * @param grid path of the grid; null for the whole city
 */
public record CaseOnGrid(String grid) {

  public static CaseOnGrid of(Scope scope) {
    return new CaseOnGrid(scope.sqlGridPathPrefix().orElse(null));
  }

  public boolean isWholeCity() {
    return grid == null;
  }

  /**
   * A condition on rows that have a case; its parameters are set by {@link #bind}.
   *
   * @param caseId SQL that says the case
   */
  public String ofCase(String caseId) {
    return grid == null
        ? "true"
        : "exists (select 1 from hotline_case g where g.case_id = "
            + caseId
            + " and "
            + OnGrid.sql("g.place_path", "?")
            + ")";
  }

  /** The same on rows of {@code hotline_case} itself. */
  public String ofPlace(String placePath) {
    return grid == null ? "true" : OnGrid.sql(placePath, "?");
  }

  /** Sets the parameters of one condition; returns the place of the next. */
  public int bind(PreparedStatement select, int first) throws SQLException {
    if (grid == null) {
      return first;
    }
    select.setString(first, grid);
    select.setString(first + 1, grid);
    return first + 2;
  }
}
