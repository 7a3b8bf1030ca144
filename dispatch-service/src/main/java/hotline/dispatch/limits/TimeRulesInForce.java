package hotline.dispatch.limits;

import hotline.calendar.WorkCalendar;
import hotline.dispatch.reference.Remembered;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import javax.sql.DataSource;

/** The calendar and the limits by which this city's clocks run now, the same for every instance. */
@ApplicationScoped
public class TimeRulesInForce {

  private final DataSource database;
  private final CalendarVersions calendars;
  private final LimitPolicies policies;
  private final Remembered<TimeRules> remembered;
  // Versions never change. Each calendar lays out its years once, so it is kept.
  private final Map<Integer, WorkCalendar> knownCalendars = new ConcurrentHashMap<>();
  private final Map<String, LimitPolicy> knownPolicies = new ConcurrentHashMap<>();
  // In the order of their versions; read again with the rules.
  private volatile List<CalendarVersions.Adoption> adoptions = List.of();

  @Inject
  TimeRulesInForce(DataSource database, CalendarVersions calendars, LimitPolicies policies) {
    this.database = database;
    this.calendars = calendars;
    this.policies = policies;
    remembered = new Remembered<>(database, "time-rules", this::load);
  }

  /** At most a second old: for acts and screens. */
  public TimeRules recent() {
    return remembered.recent();
  }

  /** As they are now: for those who change them or compute anew. */
  public TimeRules current() {
    return remembered.current();
  }

  /** The calendar of {@link #recent}. */
  public WorkCalendar calendar() {
    return recent().calendar();
  }

  /** The calendar of that version, in force or not. */
  public WorkCalendar calendar(int version) {
    WorkCalendar known = knownCalendars.get(version);
    return known != null ? known : read(tx -> calendar(tx, version));
  }

  /** The calendar that was in force then; before the first, that one. */
  public WorkCalendar calendarAt(Instant moment) {
    recent();
    return calendar(
        adoptions.stream()
            .filter(one -> !one.at().isAfter(moment))
            .reduce(adoptions.get(0), (before, after) -> after)
            .version());
  }

  /**
   * The calendar by which a clock is due that ran between these moments: each adoption before its
   * due time moved it, and none after.
   *
   * @param due the due time by a calendar
   */
  public WorkCalendar calendarOf(Instant start, Instant end, Function<WorkCalendar, Instant> due) {
    WorkCalendar calendar = calendarAt(start);
    for (CalendarVersions.Adoption next : adoptions) {
      boolean meanwhile = next.at().isAfter(start) && !next.at().isAfter(end);
      if (meanwhile && next.at().isBefore(due.apply(calendar))) {
        calendar = calendar(next.version());
      }
    }
    return calendar;
  }

  /** The table of that name, such as {@code sd-default/1}, in force or not. */
  public LimitPolicy policy(String name) {
    LimitPolicy known = knownPolicies.get(name);
    return known != null ? known : read(tx -> policy(tx, PolicyName.parse(name)));
  }

  /** Takes the next number in the caller's transaction; whoever changes rules follows the other. */
  public long advance(Connection tx) throws SQLException {
    return remembered.advance(tx);
  }

  private TimeRules load(Connection tx, long number) throws SQLException {
    adoptions = calendars.adoptions(tx);
    int version = calendars.newest(tx);
    AdoptedPolicy adopted = policies.adopted(tx);
    AdoptedPolicy forOpen = policies.adoptedForOpen(tx);
    return new TimeRules(
        number,
        version,
        calendar(tx, version),
        policy(tx, adopted.name()),
        forOpen == null
            ? null
            : new TimeRules.ForOpen(forOpen.reckoning(), policy(tx, forOpen.name())));
  }

  private WorkCalendar calendar(Connection tx, int version) throws SQLException {
    WorkCalendar known = knownCalendars.get(version);
    if (known == null) {
      known = calendars.find(tx, version).orElseThrow().content().calendar();
      knownCalendars.put(version, known);
    }
    return known;
  }

  private LimitPolicy policy(Connection tx, PolicyName name) throws SQLException {
    LimitPolicy known = knownPolicies.get(name.text());
    if (known == null) {
      known = policies.read(tx, name);
      knownPolicies.put(name.text(), known);
    }
    return known;
  }

  private interface Reading<T> {
    T from(Connection connection) throws SQLException;
  }

  private <T> T read(Reading<T> reading) {
    try (Connection connection = database.getConnection()) {
      return reading.from(connection);
    } catch (SQLException e) {
      throw new IllegalStateException("Calendars and limits cannot be read", e);
    }
  }
}
