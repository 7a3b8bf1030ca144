package hotline.dispatch.limits;

import java.time.Instant;

/** A version of the calendar, with who put it into force, when and why. */
public record AdoptedCalendar(
    int version,
    CalendarContent content,
    String reason,
    String adoptedBy,
    String adoptedName,
    Instant adoptedAt,
    long reckoning) {}
