package hotline.dispatch.dispatching;

import hotline.dispatch.catalogue.Route;
import hotline.dispatch.catalogue.RouteView;
import hotline.dispatch.directory.Directory;
import hotline.dispatch.reference.Sentence;
import java.util.ArrayList;
import java.util.List;

/** What the catalogue suggests to a dispatcher: never the unit complained about. */
final class Suggestion {

  private Suggestion() {}

  static RouteView of(Route route, String respondent, Directory directory) {
    if (route.unit() == null
        || respondent == null
        || !directory.isOnTheSideOf(route.unit(), respondent)) {
      return RouteView.of(route);
    }
    List<Sentence> why = new ArrayList<>(route.explanation());
    why.add(
        new Sentence(
            route.unit().nameZh() + "是被反映单位或其下属单位，不能承办，须另选单位。",
            route.unit().nameEn()
                + " is complained about, or a part of the unit complained about: choose another"
                + " unit."));
    return RouteView.of(new Route(null, route.ruleId(), false, route.catalogueVersion(), why));
  }
}
