package hotline.dispatch.limits;

import hotline.calendar.WorkCalendar;
import java.util.Optional;

/**
 * What clocks are computed with at a moment (时限依据): a calendar and a table of limits, read
 * together.
 *
 * @param number rises with each change of either
 * @param policy for rounds that begin now
 * @param forOpen the last table that tasks follow which were open when it was adopted; null when
 *     there was none
 */
public record TimeRules(
    long number, int calendarVersion, WorkCalendar calendar, LimitPolicy policy, ForOpen forOpen) {

  /** A table adopted for open tasks as well, and since which number it is in force. */
  public record ForOpen(long since, LimitPolicy policy) {}

  /** The table that an open task has to change to whose clocks were computed with older rules. */
  public Optional<LimitPolicy> newPolicyFor(long reckoning) {
    return forOpen != null && forOpen.since() > reckoning
        ? Optional.of(forOpen.policy())
        : Optional.empty();
  }
}
