package hotline.bench;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Whether each of these tasks had its clock said to have run out, once, and whether the facts of
 * each case follow each other without a gap.
 */
final class SaidOnce {

  /**
   * One record of the log.
   *
   * @param task the task whose clock ran out; null for any other fact
   */
  record Said(String caseId, String eventId, long sequence, String task) {}

  private final Set<String> expected;
  private final Map<String, Set<String>> eventsOfTask = new HashMap<>();
  private final Map<String, SortedSet<Long>> sequencesOfCase = new HashMap<>();
  private final Set<String> events = new HashSet<>();
  private final long before;
  private int repeated;

  /**
   * @param tasks those whose clocks have run out
   * @param before the number of the last fact that was said about each of their cases
   */
  SaidOnce(Collection<String> tasks, long before) {
    expected = Set.copyOf(tasks);
    this.before = before;
  }

  SaidOnce read(List<Said> log) {
    for (Said said : log) {
      if (!events.add(said.eventId())) {
        repeated++;
      }
      if (said.task() != null) {
        eventsOfTask.computeIfAbsent(said.task(), none -> new HashSet<>()).add(said.eventId());
        sequencesOfCase.computeIfAbsent(said.caseId(), none -> new TreeSet<>());
      }
    }
    for (Said said : log) {
      SortedSet<Long> sequences = sequencesOfCase.get(said.caseId());
      if (sequences != null) {
        sequences.add(said.sequence());
      }
    }
    return this;
  }

  /** Tasks of which nothing was said. */
  long lost() {
    return expected.stream().filter(task -> !eventsOfTask.containsKey(task)).count();
  }

  /** Tasks of which two facts say the same. */
  long twice() {
    return eventsOfTask.values().stream().filter(events -> events.size() > 1).count();
  }

  /** Tasks of which something was said though nothing had run out. */
  long tooMany() {
    return eventsOfTask.keySet().stream().filter(task -> !expected.contains(task)).count();
  }

  /** Cases whose facts do not follow the last one before, number by number. */
  long gaps() {
    return sequencesOfCase.values().stream()
        .filter(all -> all.first() != before + 1 || all.last() - all.first() + 1 != all.size())
        .count();
  }

  /**
   * The same fact once more under the same number: what a relay repeats that was killed before it
   * noted what the broker had acknowledged. Every consumer drops it.
   */
  int repeated() {
    return repeated;
  }

  boolean holds() {
    return lost() == 0 && twice() == 0 && tooMany() == 0 && gaps() == 0;
  }
}
