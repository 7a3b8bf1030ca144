package hotline.reporting.directory;

/**
 * The cases whose numbers are asked for: of one unit, of one with all below it, or of everything,
 * and of these what the asker may see.
 *
 * @param code the unit that was asked for; null for everything that the asker may see
 * @param path subtree of units to count; null for the whole city
 * @param alone whether the unit itself is asked for, without those below it
 * @param placePath subtree of places to which the asker is limited; null for all
 */
public record UnitScope(String code, String name, String path, boolean alone, String placePath) {

  /** Whether the lateness of units is asked for, and not that of the hotline. */
  public boolean isOfUnits() {
    return code != null || path != null;
  }

  /** The column that says whether a case is overdue for whom it is asked. */
  public String overdue() {
    return isOfUnits() ? "unit_overdue" : "overdue";
  }
}
