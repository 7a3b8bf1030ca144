package hotline.dispatch.departures;

import hotline.access.IllegalMove;

/** Nothing is left to be cancelled. */
public final class DepartureIsOver extends IllegalMove {

  private static final long serialVersionUID = 1L;

  DepartureIsOver() {
    super(
        "departure-is-over",
        "该离岗移交已办理或已撤销，请刷新查看。",
        "This has moved or was cancelled already. Reload to see it.");
  }
}
