package hotline.reporting.exports;

import hotline.reporting.cases.CaseList;
import hotline.reporting.cases.CaseLists;
import hotline.reporting.cases.CaseRows;
import hotline.reporting.directory.UnitScope;
import hotline.reporting.headline.Period;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.RequestScoped;
import java.time.Instant;

/**
 * What an export holds: a place among those under way and its rows. They are given back with the
 * request at the latest, since an answer may end before its body is asked for (HEAD, a client that
 * has gone).
 */
@RequestScoped
class ExportUnderWay {

  private final ExportPlaces places;
  private final CaseLists lists;
  private boolean placed;
  private CaseRows rows;

  ExportUnderWay(ExportPlaces places, CaseLists lists) {
    this.places = places;
    this.lists = lists;
  }

  /**
   * Takes a place and opens the rows; refuses when all places are taken.
   *
   * @param asOf as the cases stood at this moment; null for now
   */
  CaseRows start(Period period, UnitScope scope, Instant asOf) {
    places.take();
    placed = true;
    rows =
        asOf == null
            ? lists.open(CaseList.ACCEPTED, period, scope)
            : lists.openAsOf(asOf, period, scope);
    return rows;
  }

  @PreDestroy
  void end() {
    if (rows != null) {
      rows.close();
      rows = null;
    }
    if (placed) {
      placed = false;
      places.giveBack();
    }
  }
}
