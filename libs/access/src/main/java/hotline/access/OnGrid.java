package hotline.access;

/**
 * The rows that lie on a grid, as SQL: {@link Scope#reachesPlace} for lists and counts. A row
 * without a place is on nobody's grid.
 */
public final class OnGrid {

  private OnGrid() {}

  /**
   * @param path column with the path of the place
   * @param grid how the statement names the grid's path, such as {@code :grid}; a mere {@code ?} is
   *     set twice
   */
  public static String sql(String path, String grid) {
    return "(%1$s = %2$s or starts_with(%1$s, %2$s || '/'))".formatted(path, grid);
  }
}
