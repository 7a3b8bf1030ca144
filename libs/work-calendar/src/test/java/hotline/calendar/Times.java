package hotline.calendar;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;

/** Short ways to write terms and Shanghai times in tests. */
final class Times {

  static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

  private Times() {}

  /** Reads {@code 2025-09-30 23:40} as Shanghai time. */
  static Instant at(String local) {
    return LocalDateTime.parse(local.replace(' ', 'T')).atZone(SHANGHAI).toInstant();
  }

  static String local(Instant instant) {
    return instant.atZone(SHANGHAI).toLocalDateTime().toString().replace('T', ' ');
  }

  static ClockTerms terms(String start, String limit) {
    return ClockTerms.of(at(start), LimitRule.of(limit));
  }

  static ClockTerms toEndOfDay(String start, String limit) {
    return ClockTerms.of(at(start), LimitRule.of(limit).endingBy(EndRule.END_OF_WORK_DAY));
  }

  static Pause pause(String from, String to) {
    return new Pause(at(from), at(to), "litigation");
  }

  static Extension extension(String by, String approved) {
    return new Extension(Limit.parse(by), at(approved));
  }

  static String due(ClockTerms terms, WorkCalendar calendar, Pause... pauses) {
    return local(DueTime.compute(terms.withPauses(List.of(pauses)), calendar));
  }
}
