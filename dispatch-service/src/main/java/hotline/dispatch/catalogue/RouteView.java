package hotline.dispatch.catalogue;

import hotline.dispatch.reference.Sentence;
import java.util.List;

/** A route as clients see it. */
public record RouteView(
    String unitId,
    String unitName,
    String ruleId,
    boolean automatic,
    String catalogueVersion,
    List<Sentence> explanation) {

  public static RouteView of(Route route) {
    return new RouteView(
        route.unit() == null ? null : route.unit().code(),
        route.unit() == null ? null : route.unit().nameZh(),
        route.ruleId(),
        route.automatic(),
        route.catalogueVersion(),
        route.explanation());
  }
}
