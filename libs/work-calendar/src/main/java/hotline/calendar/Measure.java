package hotline.calendar;

/**
 * One kind of time along the line of moments: how much of it lies between two, and where a given
 * amount is reached.
 */
interface Measure<A extends Comparable<A>> {

  /** How much lies in {@code [from, to)}; {@code from <= to}. */
  A between(long from, long to);

  /** The earliest moment at which a positive amount has passed since. */
  long advance(long from, A amount);

  A plus(A one, A other);

  A minus(A one, A other);
}
