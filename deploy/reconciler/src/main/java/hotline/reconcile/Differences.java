package hotline.reconcile;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What does not agree, by kind; counted in full, kept up to a bound. */
final class Differences {

  static final int KEPT_PER_KIND = 20;

  private final Map<String, List<String>> kept = new LinkedHashMap<>();
  private final Map<String, Long> counts = new LinkedHashMap<>();
  private long duplicates;

  void add(String kind, String what) {
    counts.merge(kind, 1L, Long::sum);
    List<String> list = kept.computeIfAbsent(kind, none -> new ArrayList<>());
    if (list.size() < KEPT_PER_KIND) {
      list.add(what);
    }
  }

  /** The same event once more: what a relay does after a crash, and harmless. */
  void duplicate() {
    duplicates++;
  }

  long duplicates() {
    return duplicates;
  }

  long total() {
    return counts.values().stream().mapToLong(Long::longValue).sum();
  }

  long of(String kind) {
    return counts.getOrDefault(kind, 0L);
  }

  Map<String, List<String>> kept() {
    return kept;
  }
}
