package hotline.simulator.requests;

import hotline.calendar.WorkCalendar;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Moves the requests of a file to the days before today: its last day becomes the last working day
 * before today, and so on backwards, working day by working day, so that limits come out the same
 * whenever it is played.
 */
public final class Shift {

  private final WorkCalendar calendar;
  private final LocalDate lastInFile;
  private final LocalDate lastInLife;

  private Shift(WorkCalendar calendar, LocalDate lastInFile, LocalDate lastInLife) {
    this.calendar = calendar;
    this.lastInFile = lastInFile;
    this.lastInLife = lastInLife;
  }

  public static List<CitizenRequest> untilBefore(
      Instant now, List<CitizenRequest> requests, WorkCalendar calendar) {
    LocalDate last =
        requests.stream()
            .flatMap(Shift::times)
            .map(Shift::date)
            .max(LocalDate::compareTo)
            .orElseThrow();
    Shift shift =
        new Shift(
            calendar, onOrBefore(calendar, last), onOrBefore(calendar, date(now).minusDays(1)));
    return requests.stream().map(shift::moved).toList();
  }

  private CitizenRequest moved(CitizenRequest request) {
    Instant received = moved(request.receivedAt());
    Instant replied = after(received, request.receivedAt(), request.repliedAt());
    return new CitizenRequest(
        request.ref(),
        request.user(),
        request.title(),
        request.detail(),
        received,
        request.reply(),
        replied,
        request.secondReply(),
        after(replied, request.repliedAt(), request.secondRepliedAt()),
        request.script());
  }

  /**
   * A reply of a free day has no day of its own where the week goes on: it comes as long after what
   * it answers as in the file, but before today.
   */
  private Instant after(Instant earlier, Instant earlierInFile, Instant time) {
    Instant moved = moved(time);
    if (moved == null || earlier == null || moved.isAfter(earlier)) {
      return moved;
    }
    Instant asLongAfter = earlier.plus(Duration.between(earlierInFile, time));
    Instant today = lastInLife.plusDays(1).atStartOfDay(RequestFile.ZONE).toInstant();
    Instant before = today.minusSeconds(1);
    return asLongAfter.isBefore(before) ? asLongAfter : before;
  }

  private Instant moved(Instant time) {
    if (time == null) {
      return null;
    }
    LocalDate working = onOrBefore(calendar, date(time));
    long daysOff = ChronoUnit.DAYS.between(working, date(time));
    LocalDate target = lastInLife;
    for (long back = calendar.workDaysAfter(working, lastInFile); back > 0; back--) {
      target = onOrBefore(calendar, target.minusDays(1));
    }
    // A weekend may be shorter there: its requests come in on the last free day, not on a working
    // one.
    for (; daysOff > 0 && !calendar.isWorkDay(target.plusDays(1)); daysOff--) {
      target = target.plusDays(1);
    }
    ZonedDateTime local = time.atZone(RequestFile.ZONE);
    return local.with(target).toInstant();
  }

  private static Stream<Instant> times(CitizenRequest request) {
    return Stream.of(request.receivedAt(), request.repliedAt(), request.secondRepliedAt())
        .filter(Objects::nonNull);
  }

  private static LocalDate date(Instant time) {
    return time.atZone(RequestFile.ZONE).toLocalDate();
  }

  private static LocalDate onOrBefore(WorkCalendar calendar, LocalDate date) {
    LocalDate at = date;
    while (!calendar.isWorkDay(at)) {
      at = at.minusDays(1);
    }
    return at;
  }
}
