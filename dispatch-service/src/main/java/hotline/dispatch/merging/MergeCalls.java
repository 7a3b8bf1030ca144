package hotline.dispatch.merging;

import hotline.access.Actor;
import hotline.access.Refusal;
import hotline.access.Scope;
import hotline.access.Violations;
import hotline.dispatch.cases.CaseRepository;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A shift lead has the calls of an incident handled with its parent (突发事件一并并单), a few at a time,
 * each by itself. What is killed in the middle has merged some and not the others: the next press
 * goes on, as those that follow are no longer gone through.
 */
@ApplicationScoped
class MergeCalls {

  /** Within a second or two, whatever the caller asks for. */
  static final int AT_ONCE = 20;

  private final CaseRepository cases;
  private final IncidentCalls calls;
  private final MergeCase merge;

  MergeCalls(CaseRepository cases, IncidentCalls calls, MergeCase merge) {
    this.cases = cases;
    this.calls = calls;
    this.merge = merge;
  }

  /**
   * Which incident, and behind which call the press goes on.
   *
   * @param cursor null from the first one on
   */
  @Schema(name = "MergeCallsForm")
  public record Entry(UUID incidentId, String cursor) {

    void check() {
      new Violations()
          .require(
              incidentId != null,
              "incidentId",
              "required",
              "请写明是哪一起突发事件。",
              "Say which incident it is.")
          .throwIfAny();
    }
  }

  /**
   * What one step did.
   *
   * @param merged how many follow the parent since
   * @param alone how many were gone through and stay alone; the list says why
   * @param left how many are still to be gone through
   * @param nextCursor null where none is left
   */
  @Schema(name = "MergedCalls")
  public record Step(int merged, int alone, long left, String nextCursor) {}

  Step merge(Actor actor, UUID parentId, Entry entry) {
    entry.check();
    UUID after = IncidentCalls.after(entry.cursor());
    Scope scope = Scope.of(actor);
    MergeRules.obstacleOfMain(calls.parent(parentId))
        .ifPresent(
            refused -> {
              throw refused;
            });
    long room = MergeRules.MOST_CALLS - cases.followers(parentId);
    if (room <= 0) {
      throw MergeRefused.enough(MergeRules.MOST_CALLS);
    }
    List<UUID> next = calls.waiting(scope, parentId, after, (int) Math.min(AT_ONCE, room));
    int merged = 0;
    int alone = 0;
    for (UUID one : next) {
      try {
        merged += merge.mergeCall(actor, one, parentId, entry.incidentId()) ? 1 : 0;
      } catch (Refusal staysAlone) {
        alone++;
      }
    }
    if (next.isEmpty()) {
      return new Step(0, 0, 0, null);
    }
    UUID last = next.get(next.size() - 1);
    long left = calls.left(scope, parentId, last);
    return new Step(merged, alone, left, left == 0 ? null : last.toString());
  }
}
