package hotline.dispatch.assignments;

import hotline.dispatch.cases.HandledCase;
import hotline.dispatch.limits.TimeRules;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Reads what clocks of parts (下派) depend on when many are computed anew: a part ends before the
 * task of which it is one, wherever that ends now.
 */
@ApplicationScoped
class PartDeadlines {

  private final AssignmentRepository assignments;
  private final PartRule rule;

  PartDeadlines(AssignmentRepository assignments, PartRule rule) {
    this.assignments = assignments;
    this.rule = rule;
  }

  /**
   * With the open parts of these that are not among them. One more statement, and mostly none: they
   * are looked at together.
   */
  List<Held> withParts(List<Held> tasks) {
    Map<UUID, Held> known = new LinkedHashMap<>();
    tasks.forEach(held -> known.put(held.assignment().assignmentId(), held));
    List<Held> wholes = tasks;
    while (!wholes.isEmpty()) {
      Map<UUID, Long> here =
          known.values().stream()
              .map(held -> held.assignment().handedDown().parentId())
              .filter(Objects::nonNull)
              .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
      Map<UUID, Held> incomplete = new HashMap<>();
      for (Held held : wholes) {
        Assignment whole = held.assignment();
        if (whole.openParts() > here.getOrDefault(whole.assignmentId(), 0L)) {
          incomplete.put(whole.assignmentId(), held);
        }
      }
      List<Held> more = new ArrayList<>();
      if (!incomplete.isEmpty()) {
        for (Assignment part : assignments.openPartsOf(incomplete.keySet())) {
          HandledCase of = incomplete.get(part.handedDown().parentId()).handledCase();
          Held held = new Held(of, part);
          if (known.putIfAbsent(part.assignmentId(), held) == null) {
            more.add(held);
          }
        }
      }
      wholes = more;
    }
    return List.copyOf(known.values());
  }

  /** With the tasks of which these are parts, and those of which these are parts in turn. */
  List<Held> withWholes(List<Held> tasks) {
    Map<UUID, Held> known = new LinkedHashMap<>();
    tasks.forEach(held -> known.put(held.assignment().assignmentId(), held));
    Map<UUID, HandledCase> missing = wholesOf(tasks, known.keySet());
    while (!missing.isEmpty()) {
      List<Held> more = new ArrayList<>();
      for (Assignment whole : assignments.readAll(missing.keySet())) {
        more.add(new Held(missing.get(whole.assignmentId()), whole));
      }
      more.forEach(held -> known.put(held.assignment().assignmentId(), held));
      missing = wholesOf(more, known.keySet());
    }
    return List.copyOf(known.values());
  }

  /** Those that are not known yet, each with its case: a part is one of the same case. */
  private static Map<UUID, HandledCase> wholesOf(List<Held> tasks, Set<UUID> known) {
    Map<UUID, HandledCase> wholes = new HashMap<>();
    for (Held held : tasks) {
      UUID whole = held.assignment().handedDown().parentId();
      if (whole != null && !known.contains(whole)) {
        wholes.put(whole, held.handledCase());
      }
    }
    return wholes;
  }

  /** By when each part among these ends at the latest: what that takes is read once for all. */
  Latest latest(List<Held> tasks) {
    Map<UUID, Assignment> wholes = new HashMap<>();
    tasks.forEach(held -> wholes.put(held.assignment().assignmentId(), held.assignment()));
    Set<UUID> parents =
        tasks.stream()
            .map(held -> held.assignment().handedDown().parentId())
            .filter(Objects::nonNull)
            .collect(Collectors.toSet());
    if (parents.isEmpty()) {
      return new Latest(wholes, null);
    }
    parents.removeAll(wholes.keySet());
    if (!parents.isEmpty()) {
      assignments.readAll(parents).forEach(whole -> wholes.put(whole.assignmentId(), whole));
    }
    return new Latest(wholes, rule.inForce());
  }

  /**
   * By when parts end at the latest, as the clocks of what they are parts of stand at that moment.
   *
   * @param rule null when none of them is a part
   */
  record Latest(Map<UUID, Assignment> wholes, PartLimits rule) {

    Instant of(Assignment part, Instant now, TimeRules rules) {
      return rule.latestAfter(now, wholes.get(part.handedDown().parentId()), rules.calendar());
    }
  }
}
