package hotline.reporting.staffing;

import hotline.calendar.WorkCalendar;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The registered calls of a period, added up by kinds of days and half hours. */
final class CallsByHalfHour {

  static final int SLOTS = 48;
  private static final int COMING_DAYS = 14;
  private static final double TENTH = 10;

  private static final class Added {
    int days;
    long calls;
    final long[] bySlot = new long[SLOTS];
    final long[] most = new long[SLOTS];
  }

  private final Map<KindOfDay, Added> byKind = new EnumMap<>(KindOfDay.class);
  private final WorkCalendar calendar;
  private final Terms terms;

  /**
   * @param to the day after the last; days before it count, those without a call too
   */
  CallsByHalfHour(LocalDate from, LocalDate to, WorkCalendar calendar, Terms terms) {
    this.calendar = calendar;
    this.terms = terms;
    from.datesUntil(to).forEach(day -> added(day).days++);
  }

  private Added added(LocalDate day) {
    return byKind.computeIfAbsent(KindOfDay.of(day, calendar), kind -> new Added());
  }

  /** So many calls came in the half hour of the day, 0 to 47; each is told once. */
  void add(LocalDate day, int slot, long calls) {
    Added added = added(day);
    added.calls += calls;
    added.bySlot[slot] += calls;
    added.most[slot] = Math.max(added.most[slot], calls);
  }

  List<Staffing.Kind> kinds() {
    List<Staffing.Kind> kinds = new ArrayList<>();
    byKind.forEach((kind, added) -> kinds.add(kind(kind, added)));
    return kinds;
  }

  private Staffing.Kind kind(KindOfDay kind, Added added) {
    List<Staffing.Slot> slots = new ArrayList<>(SLOTS);
    int halfHours = 0;
    for (int slot = 0; slot < SLOTS; slot++) {
      double calls = (double) added.bySlot[slot] / added.days;
      Terms.Need need = terms.need(calls);
      halfHours += need == null ? 0 : need.rostered();
      slots.add(new Staffing.Slot(clock(slot), tenths(calls), added.most[slot], need));
    }
    return new Staffing.Kind(kind, added.days, added.calls, slots, halfHours / 2.0);
  }

  /** What the days from this one on may bring, by the days of their kind. */
  List<Staffing.Coming> coming(LocalDate today, List<Staffing.Kind> kinds) {
    return today
        .datesUntil(today.plusDays(COMING_DAYS))
        .map(
            day -> {
              KindOfDay kind = KindOfDay.of(day, calendar);
              return kinds.stream()
                  .filter(known -> known.kind() == kind)
                  .findFirst()
                  .map(known -> coming(day, known))
                  .orElseGet(() -> new Staffing.Coming(day, kind, null, null, null));
            })
        .toList();
  }

  private static Staffing.Coming coming(LocalDate day, Staffing.Kind kind) {
    int most =
        kind.slots().stream()
            .mapToInt(slot -> slot.need() == null ? 0 : slot.need().rostered())
            .max()
            .orElse(0);
    return new Staffing.Coming(
        day, kind.kind(), tenths((double) kind.calls() / kind.days()), most, kind.seatHours());
  }

  private static String clock(int slot) {
    return String.format(Locale.ROOT, "%02d:%02d", slot / 2, slot % 2 * 30);
  }

  private static double tenths(double value) {
    return Math.round(value * TENTH) / TENTH;
  }
}
