package hotline.calendar;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Pauses as one sorted list of spans that neither overlap nor touch: order and splitting leave no
 * trace.
 */
final class Pauses {

  static final Pauses NONE = new Pauses(new long[0], new long[0]);

  private final long[] from;
  private final long[] to;

  private Pauses(long[] from, long[] to) {
    this.from = from;
    this.to = to;
  }

  static Pauses of(List<Pause> pauses) {
    if (pauses.isEmpty()) {
      return NONE;
    }
    List<Pause> ordered = new ArrayList<>(pauses);
    ordered.removeIf(pause -> pause.from().equals(pause.to()));
    ordered.sort(Comparator.comparing(Pause::from));
    long[] from = new long[ordered.size()];
    long[] to = new long[ordered.size()];
    int count = 0;
    for (Pause pause : ordered) {
      long begins = Timeline.nanos(pause.from());
      long ends = Timeline.nanos(pause.to());
      if (count > 0 && begins <= to[count - 1]) {
        to[count - 1] = Math.max(to[count - 1], ends);
      } else {
        from[count] = begins;
        to[count] = ends;
        count++;
      }
    }
    return new Pauses(Arrays.copyOf(from, count), Arrays.copyOf(to, count));
  }

  int count() {
    return from.length;
  }

  long from(int index) {
    return from[index];
  }

  long to(int index) {
    return to[index];
  }

  /** The moment itself, or the end of the pause it lies in. */
  long endOfPauseAt(long moment) {
    for (int i = 0; i < from.length && from[i] <= moment; i++) {
      if (moment < to[i]) {
        return to[i];
      }
    }
    return moment;
  }

  /** The earliest moment at which a positive amount has passed since, pauses not counted. */
  <A extends Comparable<A>> long advance(Measure<A> measure, long start, A amount) {
    long reached = start;
    A left = amount;
    for (int i = 0; i < from.length; i++) {
      if (to[i] <= reached) {
        continue;
      }
      if (from[i] > reached) {
        A running = measure.between(reached, from[i]);
        if (running.compareTo(left) >= 0) {
          break;
        }
        left = measure.minus(left, running);
      }
      reached = to[i];
    }
    return measure.advance(reached, left);
  }

  /** How much lies in {@code [start, end)}, pauses not counted; {@code start <= end}. */
  <A extends Comparable<A>> A between(Measure<A> measure, long start, long end) {
    A running = measure.between(start, end);
    for (int i = 0; i < from.length; i++) {
      long begins = Math.max(start, from[i]);
      long ends = Math.min(end, to[i]);
      if (begins < ends) {
        running = measure.minus(running, measure.between(begins, ends));
      }
    }
    return running;
  }
}
