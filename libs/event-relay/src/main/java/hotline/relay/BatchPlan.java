package hotline.relay;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Decides, record by record and in log order, what is new, seen before, held back or missing. */
final class BatchPlan {

  /** A stream that was never seen stands before its first number. */
  private static final long BEGINNING = 0;

  private static final long BEFORE_THE_LOG = -1;

  private final List<Incoming> fresh = new ArrayList<>();
  private final List<Held> held = new ArrayList<>();
  private final SortedMap<Position, Advance> advances = new TreeMap<>();
  private final Set<String> gapKeys = new HashSet<>();
  private final Set<String> drainable = new HashSet<>();
  private int duplicates;

  private final Known known;
  private final Map<String, ParkedBecause> parked;

  /**
   * A record that has to wait, with the reason.
   *
   * @param gapSource source of a record in a gap-free stream, else null
   * @param gapNumber its number there
   */
  record Held(
      Incoming incoming, String gapSource, long gapNumber, ParkedBecause because, String text) {

    static Held of(Placed record, ParkedBecause because, String text) {
      String source = record.gapFree() ? record.position().source() : null;
      return new Held(record.incoming(), source, record.number(), because, text);
    }

    static Held unplaced(Incoming incoming, ParkedBecause because, String text) {
      return new Held(incoming, null, 0, because, text);
    }
  }

  private BatchPlan(Known known) {
    this.known = known;
    this.parked = new HashMap<>(known.parked());
  }

  static BatchPlan of(List<Placed> records, Known known) {
    BatchPlan plan = new BatchPlan(known);
    records.forEach(plan::place);
    return plan;
  }

  /** The plan of a single record that is known to be poison: it is parked unless it is old news. */
  static BatchPlan ofPoison(Placed record, Known known, String reason, String text) {
    BatchPlan plan = new BatchPlan(known);
    if (plan.isDuplicate(record)) {
      plan.duplicates++;
    } else if (plan.parked.containsKey(record.incoming().key())) {
      plan.follow(record);
    } else {
      plan.hold(record, ParkedBecause.poison(reason), text);
    }
    return plan;
  }

  private void place(Placed record) {
    String key = record.incoming().key();
    ParkedBecause because = parked.get(key);
    if (isDuplicate(record)) {
      duplicates++;
    } else if (because != null && !because.isClosedBy(record)) {
      follow(record);
    } else if (!isNext(record)) {
      waitForTheMissing(record, because);
    } else {
      if (because != null) {
        drainable.add(key);
      }
      fresh.add(record.incoming());
      advance(record);
    }
  }

  private void waitForTheMissing(Placed record, ParkedBecause because) {
    if (because != null) {
      follow(record);
      return;
    }
    ParkedBecause gap = ParkedBecause.gap(record);
    gapKeys.add(record.incoming().key());
    parked.put(record.incoming().key(), gap);
    hold(record, gap, missing(record));
  }

  private void follow(Placed record) {
    hold(
        record,
        ParkedBecause.poison(ParkedBecause.FOLLOWS),
        "Waits behind an earlier record of its key");
  }

  private String missing(Placed record) {
    return "Number "
        + (lastOf(record) + 1)
        + " of "
        + record.position().source()
        + " is missing before "
        + record.number();
  }

  private void hold(Placed record, ParkedBecause because, String text) {
    held.add(Held.of(record, because, text));
    // Offsets go on: the record has left the log for the parked table.
    if (!record.gapFree()) {
      advance(record);
    }
  }

  private boolean isDuplicate(Placed record) {
    return record.number() <= lastOf(record);
  }

  private boolean isNext(Placed record) {
    return !record.gapFree() || record.number() == lastOf(record) + 1;
  }

  private long lastOf(Placed record) {
    Advance moved = advances.get(record.position());
    return moved != null ? moved.to() : before(record);
  }

  private long before(Placed record) {
    Long last = known.last().get(record.position());
    return last != null ? last : record.gapFree() ? BEGINNING : BEFORE_THE_LOG;
  }

  private void advance(Placed record) {
    Advance moved = advances.get(record.position());
    long from = moved != null ? moved.from() : before(record);
    advances.put(record.position(), new Advance(from, record.number()));
  }

  List<Incoming> fresh() {
    return fresh;
  }

  List<Held> held() {
    return held;
  }

  SortedMap<Position, Advance> advances() {
    return advances;
  }

  int duplicates() {
    return duplicates;
  }

  Set<String> gapKeys() {
    return gapKeys;
  }

  /**
   * Keys parked for a gap that may have closed: their waiting records are tried after the commit.
   */
  Set<String> drainable() {
    return drainable;
  }
}
