package hotline.dispatch.assignments;

import hotline.calendar.DueChange;
import hotline.calendar.WorkCalendar;
import hotline.dispatch.cases.Cause;
import hotline.dispatch.directory.Directory;
import hotline.dispatch.directory.DirectoryStore;
import hotline.dispatch.limits.LimitPolicy;
import hotline.dispatch.limits.Limits;
import hotline.dispatch.limits.TimeRules;
import hotline.dispatch.limits.TimeRulesInForce;
import hotline.lifecycle.DeadlineChange;
import hotline.lifecycle.DeadlineKind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What other rules would do to the clocks of open tasks (试算): counted, and nothing written. Tasks
 * are read to be read only, so that a copy may be moved.
 */
@ApplicationScoped
public class DeadlinePreview {

  private static final int PAGE = 1000;
  private static final int EXAMPLES = 10;
  private static final UUID FIRST = new UUID(0, 0);

  private final AssignmentRepository assignments;
  private final PartDeadlines parts;
  private final EntityManager database;
  private final DirectoryStore directory;
  private final TimeRulesInForce timeRules;
  private final Clock clock;

  DeadlinePreview(
      AssignmentRepository assignments,
      PartDeadlines parts,
      EntityManager database,
      DirectoryStore directory,
      TimeRulesInForce timeRules,
      Clock clock) {
    this.assignments = assignments;
    this.parts = parts;
    this.database = database;
    this.directory = directory;
    this.timeRules = timeRules;
    this.clock = clock;
  }

  /**
   * @param ahead open clocks that lie ahead
   * @param moved those that end at another moment
   * @param becomesOverdue those of them that would have run out by now
   */
  @Schema(name = "MovedDeadlines")
  public record Counted(long ahead, long moved, long becomesOverdue, long earlier, long later) {}

  @Schema(name = "MovedDeadlinesOfClock")
  public record OfClock(DeadlineKind clock, Counted counted) {}

  /** One that moves far. */
  @Schema(name = "MovedDeadline")
  public record Example(
      String caseNo,
      UUID assignmentId,
      String unitId,
      String unitName,
      DeadlineKind clock,
      Instant dueBefore,
      Instant dueAt,
      boolean becomesOverdue) {

    private Duration distance() {
      return Duration.between(dueBefore, dueAt).abs();
    }
  }

  /**
   * @param examples those that move furthest, the furthest first
   */
  @Schema(name = "DeadlinePreview")
  public record Preview(
      long openTasks, Counted all, List<OfClock> byClock, List<Example> examples) {}

  /**
   * @param policy null when every clock keeps its limit
   */
  public Preview of(WorkCalendar calendar, LimitPolicy policy) {
    Counting counting =
        new Counting(asIf(calendar, policy), policy, Cause.now(clock), directory.recent());
    long number = -1;
    UUID last = FIRST;
    List<Held> page;
    do {
      page = assignments.openAfter(number, last, PAGE);
      if (!page.isEmpty()) {
        Assignment newest = page.get(page.size() - 1).assignment();
        number = newest.clocks().reckoning();
        last = newest.assignmentId();
      }
      List<Held> tasks = Parts.wholesFirst(parts.withWholes(page));
      counting.count(tasks, Set.copyOf(page), parts.latest(tasks));
      // A city has a hundred thousand: none is needed twice.
      database.clear();
    } while (page.size() == PAGE);
    return counting.preview();
  }

  private TimeRules asIf(WorkCalendar calendar, LimitPolicy policy) {
    TimeRules inForce = timeRules.current();
    return new TimeRules(
        inForce.number(),
        inForce.calendarVersion(),
        calendar,
        policy == null ? inForce.policy() : policy,
        null);
  }

  /** What was counted so far. */
  static final class Counting {

    private final TimeRules rules;
    private final LimitPolicy policy;
    private final Instant now;
    private final Directory names;
    private final Map<DeadlineKind, long[]> byClock = new EnumMap<>(DeadlineKind.class);
    private final PriorityQueue<Example> furthest =
        new PriorityQueue<>(Comparator.comparing(Example::distance));
    private long tasks;

    /**
     * @param policy null when every clock keeps its limit
     */
    Counting(TimeRules rules, LimitPolicy policy, Instant now, Directory names) {
      this.rules = rules;
      this.policy = policy;
      this.now = now;
      this.names = names;
      for (DeadlineKind kind : Clocks.KINDS) {
        byClock.put(kind, new long[5]);
      }
    }

    /**
     * @param all what is counted, with what it is a part of, each behind that
     */
    void count(List<Held> all, Set<Held> counted, PartDeadlines.Latest latest) {
      for (Held held : all) {
        List<Reckoning.Revised> ahead = revise(held, latest);
        if (counted.contains(held)) {
          tasks++;
          ahead.forEach(one -> count(held, one.kind(), one.change()));
        }
      }
    }

    /**
     * A part ends before what it is a part of, wherever that ends then: of these the copy that was
     * read is moved, as the task itself would be.
     */
    private List<Reckoning.Revised> revise(Held held, PartDeadlines.Latest latest) {
      Assignment task = held.assignment();
      Limits limits =
          policy == null
              ? null
              : MoveDeadlines.limits(policy, held.handledCase(), task, rules.calendar());
      List<Reckoning.Revised> ahead = Reckoning.revised(task, rules.calendar(), limits, now);
      if (!task.handedDown().isPart() && task.openParts() == 0) {
        return ahead;
      }
      MoveDeadlines.moved(task, rules, limits, DeadlineChange.CALENDAR, latest, now);
      return ahead.stream().map(one -> one.endingAt(task.clocks().due(one.kind()))).toList();
    }

    private void count(Held held, DeadlineKind kind, DueChange change) {
      long[] counted = byClock.get(kind);
      counted[0]++;
      if (change.moves()) {
        counted[1]++;
        counted[2] += change.becomesOverdue() ? 1 : 0;
        counted[change.after().isBefore(change.before()) ? 3 : 4]++;
        keep(held, kind, change);
      }
    }

    private void keep(Held held, DeadlineKind kind, DueChange change) {
      Assignment assignment = held.assignment();
      furthest.add(
          new Example(
              held.handledCase().caseNo(),
              assignment.assignmentId(),
              assignment.unitId(),
              names.unitName(assignment.unitId()),
              kind,
              change.before(),
              change.after(),
              change.becomesOverdue()));
      if (furthest.size() > EXAMPLES) {
        furthest.remove();
      }
    }

    Preview preview() {
      List<OfClock> clocks = new ArrayList<>();
      long[] all = new long[5];
      byClock.forEach(
          (kind, counted) -> {
            clocks.add(new OfClock(kind, counted(counted)));
            for (int i = 0; i < all.length; i++) {
              all[i] += counted[i];
            }
          });
      List<Example> examples = new ArrayList<>(furthest);
      examples.sort(Comparator.comparing(Example::distance).reversed());
      return new Preview(tasks, counted(all), clocks, examples);
    }

    private static Counted counted(long[] of) {
      return new Counted(of[0], of[1], of[2], of[3], of[4]);
    }
  }
}
