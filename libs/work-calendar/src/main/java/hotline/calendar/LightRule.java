package hotline.calendar;

import hotline.calendar.InputRefused.Reason;
import java.time.Instant;

/**
 * When a clock turns yellow: once no more is left of it than this share and than so many days,
 * whichever comes later. Days are those in which the limit is counted: days of 24 hours for a
 * natural limit, work days for any other.
 *
 * @param percent 1 to 100 of the time until the due time; 100 leaves it to the days alone
 * @param days 1 to {@value #MOST_DAYS}
 */
public record LightRule(int percent, int days) {

  /** Half of the limit, or one day. */
  public static final LightRule DEFAULT = new LightRule(50, 1);

  public static final int MOST_DAYS = 366;

  public LightRule {
    if (percent < 1 || percent > 100) {
      throw new InputRefused(Reason.LIGHT_SHARE_OUT_OF_RANGE, Integer.toString(percent));
    }
    if (days < 1 || days > MOST_DAYS) {
      throw new InputRefused(Reason.LIGHT_DAYS_OUT_OF_RANGE, Integer.toString(days));
    }
  }

  /** The moment from which the clock is yellow; at the latest its due time. */
  public Instant yellowFrom(ClockTerms terms, WorkCalendar calendar) {
    Count count = Count.of(terms, calendar);
    Instant byShare = TimeLeft.whenShareLeft(count, calendar, percent);
    LimitUnit unit =
        terms.rule().limit().unit().kind() == KindOfTime.NATURAL
            ? LimitUnit.NATURAL_DAY
            : LimitUnit.WORK_DAY;
    Instant byDays = TimeLeft.whenLeft(count, calendar, Limit.of(days, unit));
    return byDays.isAfter(byShare) ? byDays : byShare;
  }
}
