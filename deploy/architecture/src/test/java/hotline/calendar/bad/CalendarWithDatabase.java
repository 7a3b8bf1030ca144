package hotline.calendar.bad;

import java.sql.Connection;

/** Breaks a rule on purpose. */
public record CalendarWithDatabase(Connection connection) {}
