package hotline.reporting.headline;

import hotline.reporting.cases.CaseRecord;
import hotline.reporting.headline.Counter.Anchor;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * What a poll changes in the counts per day and unit: the case's share before is taken off, its
 * share afterwards is put on.
 */
public final class DayChanges {

  private static final Counter[] COUNTERS = Counter.values();

  private static final String ADD =
      "INSERT INTO headline_day (day, unit_path, unit_id, "
          + Arrays.stream(COUNTERS).map(Counter::column).collect(Collectors.joining(", "))
          + ") VALUES (?, ?, ?, "
          + Arrays.stream(COUNTERS).map(counter -> "?").collect(Collectors.joining(", "))
          + ") ON CONFLICT (day, unit_path) DO UPDATE SET "
          + Arrays.stream(COUNTERS)
              .map(c -> c.column() + " = headline_day." + c.column() + " + excluded." + c.column())
              .collect(Collectors.joining(", "));

  private record Place(LocalDate day, String unitPath, String unitId) implements Comparable<Place> {

    private static final Comparator<Place> ORDER =
        Comparator.comparing(Place::day).thenComparing(Place::unitPath);

    @Override
    public int compareTo(Place other) {
      return ORDER.compare(this, other);
    }
  }

  // Sorted: two consumers that add to the same rows lock them in the same order.
  private final Map<Place, long[]> changes = new TreeMap<>();

  /** Takes off the share of the case as it is now; to be called before facts are applied. */
  public void takeOff(CaseRecord row) {
    add(row, -1);
  }

  /** Puts on the share of the case as it is now; to be called after facts were applied. */
  public void putOn(CaseRecord row) {
    add(row, 1);
  }

  private void add(CaseRecord row, int sign) {
    if (row.registeredAt() != null) {
      add(row, Anchor.REGISTERED, new Place(day(row.registeredAt()), "", ""), sign);
    }
    if (row.acceptedAt() != null) {
      boolean dispatched = row.unitPath() != null;
      Place place =
          new Place(
              day(row.acceptedAt()),
              dispatched ? row.unitPath() : "",
              dispatched ? row.unitId() : "");
      if (row.isAnsweredWithMain()) {
        // Its unit handled the main case: of this one only the rating is the unit's.
        add(
            row,
            Anchor.ACCEPTED,
            new Place(place.day(), "", ""),
            sign,
            one -> !one.isRating() && !one.isSpotCheck());
        add(row, Anchor.ACCEPTED, place, sign, Counter::isRating);
      } else {
        add(row, Anchor.ACCEPTED, place, sign, one -> !one.isSpotCheck());
      }
      if (row.spotUnitPath() != null) {
        add(
            row,
            Anchor.ACCEPTED,
            new Place(place.day(), row.spotUnitPath(), row.spotUnitId()),
            sign,
            Counter::isSpotCheckInProportion);
      }
      if (row.spotWeightedUnitPath() != null) {
        add(
            row,
            Anchor.ACCEPTED,
            new Place(place.day(), row.spotWeightedUnitPath(), row.spotWeightedUnitId()),
            sign,
            Counter.SPOT_WEIGHTED::equals);
      }
    }
  }

  private static LocalDate day(Instant at) {
    return LocalDate.ofInstant(at, Period.ZONE);
  }

  private void add(CaseRecord row, Anchor by, Place place, int sign) {
    add(row, by, place, sign, all -> true);
  }

  private void add(CaseRecord row, Anchor by, Place place, int sign, Predicate<Counter> counted) {
    long[] counts = changes.computeIfAbsent(place, none -> new long[COUNTERS.length]);
    for (int i = 0; i < COUNTERS.length; i++) {
      if (COUNTERS[i].anchor() == by && counted.test(COUNTERS[i]) && COUNTERS[i].counts(row)) {
        counts[i] += sign;
      }
    }
  }

  /** Writes what is left after plus and minus met. */
  public void save(Connection tx) throws SQLException {
    try (PreparedStatement add = tx.prepareStatement(ADD)) {
      boolean any = false;
      for (Map.Entry<Place, long[]> change : changes.entrySet()) {
        long[] counts = change.getValue();
        if (Arrays.stream(counts).allMatch(count -> count == 0)) {
          continue;
        }
        add.setObject(1, change.getKey().day());
        add.setString(2, change.getKey().unitPath());
        add.setString(3, change.getKey().unitId());
        for (int i = 0; i < counts.length; i++) {
          add.setLong(4 + i, counts[i]);
        }
        add.addBatch();
        any = true;
      }
      if (any) {
        add.executeBatch();
      }
    }
  }
}
