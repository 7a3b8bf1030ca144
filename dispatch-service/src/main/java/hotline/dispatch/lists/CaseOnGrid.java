package hotline.dispatch.lists;

import hotline.access.OnGrid;

/**
 * The rows of cases on the grid to which the reader is limited, as SQL that speaks of {@code
 * :grid}.
 */
public final class CaseOnGrid {

  private CaseOnGrid() {}

  /**
   * @param caseId SQL that says the case of a row; a row without one is on nobody's grid
   */
  public static String of(String caseId) {
    return "exists (select 1 from handled_case g where g.case_id = "
        + caseId
        + " and "
        + OnGrid.sql("g.place_path", ":grid")
        + ")";
  }
}
