package hotline.evaluation.spotchecks;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Draws cases by lot (分层随机抽样). Each stratum gets its share of the sample by largest remainder
 * (Hamilton), at most what it has; one of five cases and more gets at least one where there are no
 * more strata than cases to draw. A smaller one has no such claim: its case would be drawn for
 * certain. Within a stratum the smallest lots are drawn. Exact numbers only: whoever has frame,
 * size, weights and seed finds the same cases. A change of it is a new {@link #ALGORITHM}.
 */
final class StratifiedDraw {

  /** What is written down with each draw. */
  static final String ALGORITHM = "stratified-sha256/1";

  /** From so many cases on a stratum is never left out. */
  private static final int NEVER_LEFT_OUT = 5;

  /**
   * What is drawn.
   *
   * @param lines in the order of their case ids
   * @param shares of every stratum of the frame, in the order of their names
   */
  record Drawn(List<Frame.Line> lines, List<Share> shares) {}

  /**
   * What a stratum has and gives.
   *
   * @param size cases of the frame
   * @param drawn cases of the sample
   */
  record Share(Stratum stratum, int size, long weight, int drawn) {}

  /** A stratum while the seats are given away. */
  private static final class Part {
    private final Stratum stratum;
    private final List<Frame.Line> lines = new ArrayList<>();
    private Lot lot;
    private long mass;
    private int least;
    private int seats;

    private Part(Stratum stratum) {
      this.stratum = stratum;
    }

    /** What its exact share is above its seats, times the mass of all. */
    private long missing(long sample, long all) {
      return Math.subtractExact(
          Math.multiplyExact(sample, mass), Math.multiplyExact((long) seats, all));
    }
  }

  private StratifiedDraw() {}

  static Drawn draw(Frame frame, int size, Weights weights, String seed) {
    if (size < 1 || size > frame.size()) {
      throw new IllegalArgumentException(size + " of " + frame.size() + " cannot be drawn");
    }
    List<Part> parts = parts(frame, weights, seed);
    seat(parts, size);
    List<Frame.Line> drawn = new ArrayList<>(size);
    List<Share> shares = new ArrayList<>();
    for (Part part : parts) {
      drawn.addAll(smallestLots(part.lines, part.seats, seed));
      shares.add(new Share(part.stratum, part.lines.size(), weights.of(part.stratum), part.seats));
    }
    drawn.sort(Comparator.comparing(line -> line.caseId().toString()));
    return new Drawn(List.copyOf(drawn), List.copyOf(shares));
  }

  private static List<Part> parts(Frame frame, Weights weights, String seed) {
    Map<Stratum, Part> parts = new TreeMap<>();
    for (Frame.Line line : frame.lines()) {
      parts.computeIfAbsent(weights.stratumOf(line), Part::new).lines.add(line);
    }
    for (Part part : parts.values()) {
      part.lot = Lot.of(seed, part.stratum.name());
      part.mass = Math.multiplyExact((long) part.lines.size(), weights.of(part.stratum));
    }
    return List.copyOf(parts.values());
  }

  private static void seat(List<Part> parts, int size) {
    long all = parts.stream().mapToLong(part -> part.mass).sum();
    int given = 0;
    for (Part part : parts) {
      part.least = size >= parts.size() && part.lines.size() >= NEVER_LEFT_OUT ? 1 : 0;
      long whole = Math.multiplyExact((long) size, part.mass) / all;
      part.seats = (int) Math.max(part.least, Math.min(part.lines.size(), whole));
      given += part.seats;
    }
    // Equal remainders are decided by lot, not by whose name comes first.
    while (given < size) {
      Part next =
          parts.stream()
              .filter(part -> part.seats < part.lines.size())
              .max(byMissing(size, all))
              .orElseThrow();
      next.seats++;
      given++;
    }
    while (given > size) {
      Part next =
          parts.stream()
              .filter(part -> part.seats > part.least)
              .min(byMissing(size, all))
              .orElseThrow();
      next.seats--;
      given--;
    }
  }

  private static Comparator<Part> byMissing(long size, long all) {
    return Comparator.<Part>comparingLong(part -> part.missing(size, all))
        .thenComparing(part -> part.lot);
  }

  private static List<Frame.Line> smallestLots(List<Frame.Line> of, int count, String seed) {
    Map<Frame.Line, Lot> lots = new HashMap<>();
    of.forEach(line -> lots.put(line, Lot.of(seed, line.caseId().toString())));
    return of.stream()
        .sorted(
            Comparator.<Frame.Line, Lot>comparing(lots::get)
                .thenComparing(line -> line.caseId().toString()))
        .limit(count)
        .toList();
  }
}
