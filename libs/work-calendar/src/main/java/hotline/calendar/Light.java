package hotline.calendar;

import java.time.Instant;

/** How pressing a clock is (绿灯、黄灯、红灯). */
public enum Light {
  GREEN,
  YELLOW,
  RED,
  /** No clock runs. */
  NONE;

  /**
   * The light of a running clock. The due moment itself is in time, so it is yellow still.
   *
   * @param yellowFrom as a {@link LightRule} says
   */
  public static Light at(Instant now, Instant yellowFrom, Instant due) {
    if (now.isAfter(due)) {
      return RED;
    }
    return now.isBefore(yellowFrom) ? GREEN : YELLOW;
  }
}
