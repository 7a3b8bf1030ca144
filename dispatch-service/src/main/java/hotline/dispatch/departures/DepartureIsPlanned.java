package hotline.dispatch.departures;

import hotline.access.IllegalMove;

/** The departure of one person is ordered once. */
public final class DepartureIsPlanned extends IllegalMove {

  private static final long serialVersionUID = 1L;

  DepartureIsPlanned() {
    super(
        "departure-is-planned",
        "此人的离岗移交已安排，请刷新查看；需要改动的先撤销。",
        "The departure of this person is planned already. Reload to see it; cancel it first to"
            + " change it.");
  }
}
