package hotline.dispatch.assignments;

import hotline.dispatch.disputes.DisputeRecords;
import hotline.dispatch.disputes.DisputeRecords.Ending;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;

/**
 * What waits for a decision about tasks: what their units asked for, and disputes. An act that ends
 * a task or replies to it ends that as well, undecided.
 */
@ApplicationScoped
public class Undecided {

  private final RequestRecords requests;
  private final DisputeRecords disputes;

  Undecided(RequestRecords requests, DisputeRecords disputes) {
    this.requests = requests;
    this.disputes = disputes;
  }

  /** Noted before the act: with it the tasks forget what was open about them. */
  public Matters about(Collection<Assignment> tasks) {
    return new Matters(
        ids(tasks, task -> task.openRequest() != null), ids(tasks, Assignment::isInDispute));
  }

  private static List<UUID> ids(Collection<Assignment> tasks, Predicate<Assignment> which) {
    return tasks.stream().filter(which).map(Assignment::assignmentId).toList();
  }

  /** What was open about some tasks; without any of it nothing is written. */
  public final class Matters {

    private final List<UUID> asking;
    private final List<UUID> disputed;

    private Matters(List<UUID> asking, List<UUID> disputed) {
      this.asking = asking;
      this.disputed = disputed;
    }

    public void end(Ending ending, Instant at) {
      requests.lapse(asking, at);
      disputes.end(disputed, ending, at);
    }
  }
}
