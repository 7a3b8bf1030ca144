package hotline.reporting.staffing;

/**
 * Calls that wait in one queue until one of the seats is free: Erlang's second formula (Erlang C).
 * Calls come at random, nobody hangs up while waiting, and all are answered in the end, so that it
 * asks for rather more seats than are needed.
 *
 * @param load seats that are busy on average: calls a second times seconds of handling, 0 or more
 * @param seats that answer, more than {@code load}
 */
record ErlangC(double load, int seats) {

  ErlangC {
    if (!(load >= 0) || seats <= load) {
      throw new IllegalArgumentException(seats + " seats never get through a load of " + load);
    }
  }

  /** The fewest seats that answer {@code share} of the calls within {@code within} seconds. */
  static ErlangC fewest(double load, double handling, double within, double share) {
    ErlangC seats = new ErlangC(load, (int) Math.floor(load) + 1);
    while (seats.answeredWithin(within, handling) < share) {
      seats = new ErlangC(load, seats.seats + 1);
    }
    return seats;
  }

  /** The share of the calls that find no seat free, from 0 to 1. */
  double waiting() {
    double blocked = 1;
    for (int seat = 1; seat <= seats; seat++) {
      blocked = load * blocked / (seat + load * blocked);
    }
    return blocked / (1 - load / seats * (1 - blocked));
  }

  /** The share of the calls that are answered within so many seconds, from 0 to 1. */
  double answeredWithin(double seconds, double handling) {
    return 1 - waiting() * Math.exp(-(seats - load) * seconds / handling);
  }

  /** Seconds that a call waits on average, those that wait not at all included. */
  double averageWait(double handling) {
    return waiting() * handling / (seats - load);
  }

  /** The share of their time that the seats are busy, from 0 to 1. */
  double occupancy() {
    return load / seats;
  }
}
