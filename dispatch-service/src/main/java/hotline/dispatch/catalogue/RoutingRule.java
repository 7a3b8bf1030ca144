package hotline.dispatch.catalogue;

import java.time.Instant;

/**
 * Which unit handles which category at which place (派单目录).
 *
 * @param categoryPrefix a category code or the beginning of one; empty for all
 * @param placePrefix a place code or the beginning of one; empty for the whole city
 * @param target a unit code, or {@link #STREET_OF_PLACE}, {@link #DISTRICT_OF_PLACE}
 * @param automatic whether a case goes there without a dispatcher
 */
public record RoutingRule(
    String ruleId,
    String categoryPrefix,
    String placePrefix,
    String target,
    boolean automatic,
    Instant validFrom,
    long catalogueVersion) {

  public static final String STREET_OF_PLACE = "street-of-place";
  public static final String DISTRICT_OF_PLACE = "district-of-place";

  /**
   * The id of the rule that holds for a category and a place since a version of the catalogue, such
   * as R-0102 for one of the catalogue's first version and R-0102-370202-v17 for a later one.
   *
   * @param version null for the rules that the catalogue began with
   */
  static String idOf(String categoryPrefix, String placePrefix, Long version) {
    return "R-"
        + categoryPrefix
        + (placePrefix.isEmpty() ? "" : "-" + placePrefix)
        + (version == null ? "" : "-v" + version);
  }

  static boolean isRelative(String target) {
    return STREET_OF_PLACE.equals(target) || DISTRICT_OF_PLACE.equals(target);
  }
}
