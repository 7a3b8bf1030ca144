package hotline.dispatch.assignments;

import hotline.calendar.DueChange;
import hotline.calendar.WorkCalendar;
import hotline.dispatch.cases.Cause;
import hotline.dispatch.directory.Directory;
import hotline.dispatch.directory.DirectoryStore;
import hotline.dispatch.limits.LimitPolicy;
import hotline.dispatch.limits.Limits;
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
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What other rules would do to the clocks of open tasks (试算): counted, and nothing written. */
@ApplicationScoped
public class DeadlinePreview {

  private static final int PAGE = 1000;
  private static final int EXAMPLES = 10;
  private static final UUID FIRST = new UUID(0, 0);

  private final AssignmentRepository assignments;
  private final EntityManager database;
  private final DirectoryStore directory;
  private final Clock clock;

  DeadlinePreview(
      AssignmentRepository assignments,
      EntityManager database,
      DirectoryStore directory,
      Clock clock) {
    this.assignments = assignments;
    this.database = database;
    this.directory = directory;
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
    Counting counting = new Counting(calendar, policy, Cause.now(clock), directory.recent());
    long number = -1;
    UUID last = FIRST;
    List<Held> page;
    do {
      page = assignments.openAfter(number, last, PAGE);
      for (Held held : page) {
        counting.count(held);
        number = held.assignment().clocks().reckoning();
        last = held.assignment().assignmentId();
      }
      // A city has a hundred thousand: none is needed twice.
      database.clear();
    } while (page.size() == PAGE);
    return counting.preview();
  }

  /** What was counted so far. */
  private static final class Counting {

    private final WorkCalendar calendar;
    private final LimitPolicy policy;
    private final Instant now;
    private final Directory names;
    private final Map<DeadlineKind, long[]> byClock = new EnumMap<>(DeadlineKind.class);
    private final PriorityQueue<Example> furthest =
        new PriorityQueue<>(Comparator.comparing(Example::distance));
    private long tasks;

    Counting(WorkCalendar calendar, LimitPolicy policy, Instant now, Directory names) {
      this.calendar = calendar;
      this.policy = policy;
      this.now = now;
      this.names = names;
      for (DeadlineKind kind : Clocks.KINDS) {
        byClock.put(kind, new long[5]);
      }
    }

    void count(Held held) {
      tasks++;
      Assignment assignment = held.assignment();
      Limits limits =
          policy == null
              ? null
              : MoveDeadlines.limits(policy, held.handledCase(), assignment, calendar);
      for (Reckoning.Revised revised : Reckoning.revised(assignment, calendar, limits, now)) {
        count(held, revised.kind(), revised.change());
      }
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
