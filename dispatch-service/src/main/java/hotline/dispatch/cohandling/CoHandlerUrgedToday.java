package hotline.dispatch.cohandling;

import hotline.access.IllegalMove;

/** The lead unit has urged this co-handler today. */
public final class CoHandlerUrgedToday extends IllegalMove {

  private static final long serialVersionUID = 1L;

  CoHandlerUrgedToday() {
    super(
        "co-handler-urged-today",
        "今日已催办过该协办单位，每个协办单位每日可催办一次。",
        "This co-handler was urged today; each can be urged once a day.");
  }
}
