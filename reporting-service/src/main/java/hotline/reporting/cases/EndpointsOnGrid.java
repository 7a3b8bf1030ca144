package hotline.reporting.cases;

import hotline.access.GridRules;
import hotline.reporting.timeline.Timelines;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/**
 * What the grid of a token does to each endpoint of reporting: a case lies where it happened, and
 * numbers and lists are those of the cases that lie there. Editions and rankings are frozen of the
 * whole city.
 */
@ApplicationScoped
public class EndpointsOnGrid {

  private final Timelines timelines;

  EndpointsOnGrid(Timelines timelines) {
    this.timelines = timelines;
  }

  @Produces
  @Singleton
  GridRules rules() {
    return new GridRules()
        .thing("/api/cases/{}", "工单", "case", timelines::placeOf)
        .narrowed(
            "/api/cases",
            "/api/cases/export.csv",
            "/api/daily-report",
            "/api/daily-report/cases",
            "/api/headline",
            "/api/headline/by-unit",
            "/api/headline/stream")
        .free("/api/definitions", "/api/dictionary")
        .wholeCity(
            // Rankings alone name accounts.
            "/api/accounts",
            "/api/daily-reports/**",
            "/api/parked-cases/**",
            "/api/ranking-objections/**",
            "/api/ranking-rules/**",
            "/api/rankings/**",
            "/api/staffing");
  }
}
