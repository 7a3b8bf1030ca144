package hotline.dispatch.endorsement;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import hotline.access.NotFound;
import hotline.access.Scope;
import hotline.dispatch.assignments.Assignment;
import hotline.dispatch.assignments.AssignmentRepository;
import hotline.dispatch.assignments.AssignmentView;
import hotline.dispatch.assignments.Held;
import hotline.dispatch.assignments.Inbox;
import hotline.dispatch.cases.CaseRepository;
import hotline.dispatch.cases.Cause;
import hotline.dispatch.deputies.StandingIn;
import hotline.dispatch.limits.TimeRulesInForce;
import hotline.dispatch.lists.Cursor;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What waits for the leaders of a unit and of those below it, and every draft of one task. */
@ApplicationScoped
public class PendingDrafts {

  private final Inbox inbox;
  private final AssignmentRepository assignments;
  private final CaseRepository cases;
  private final DraftStore drafts;
  private final DraftReaders readers;
  private final StandingIn standingIn;
  private final TimeRulesInForce timeRules;
  private final Clock clock;

  PendingDrafts(
      Inbox inbox,
      AssignmentRepository assignments,
      CaseRepository cases,
      DraftStore drafts,
      DraftReaders readers,
      StandingIn standingIn,
      TimeRulesInForce timeRules,
      Clock clock) {
    this.inbox = inbox;
    this.assignments = assignments;
    this.cases = cases;
    this.drafts = drafts;
    this.readers = readers;
    this.standingIn = standingIn;
    this.timeRules = timeRules;
    this.clock = clock;
  }

  /**
   * A task with the draft that waits.
   *
   * @param draft none when somebody was quicker than this page
   */
  @Schema(name = "PendingEndorsement")
  public record Item(@JsonUnwrapped AssignmentView assignment, DraftView draft) {}

  /** A page of the queue. */
  @Schema(name = "PendingEndorsementPage")
  public record Page(List<Item> items, long count, String nextCursor) {}

  /** Every draft of one task, the first first. */
  @Schema(name = "EndorsementDrafts")
  public record Drafts(List<DraftView> items, long count) {}

  Page page(Scope scope, Cursor after, int limit) {
    standingIn.require(scope.actor(), Cause.now(clock));
    Inbox.Waiting waiting = inbox.toEndorse(scope, after, limit);
    Map<UUID, List<Draft>> written = drafts.of(waiting.tasks().keySet());
    return new Page(
        waiting.page().items().stream()
            .map(
                row ->
                    new Item(
                        row,
                        latest(
                            waiting.tasks().get(row.assignmentId()),
                            written.getOrDefault(row.assignmentId(), List.of()),
                            scope)))
            .toList(),
        waiting.page().count(),
        waiting.page().nextCursor());
  }

  Drafts of(Scope scope, UUID assignmentId) {
    Assignment task =
        assignments
            .findByIdOptional(assignmentId)
            .filter(found -> readers.read(scope, found.unitPath()))
            .orElseThrow(() -> new NotFound("承办任务", "task"));
    Held held = new Held(cases.findById(task.caseId()), task);
    boolean decides = standingIn.decides(scope.actor(), Cause.now(clock));
    List<DraftView> items =
        drafts.of(List.of(assignmentId)).getOrDefault(assignmentId, List.of()).stream()
            .map(draft -> view(draft, held, scope, decides))
            .toList();
    return new Drafts(items, items.size());
  }

  private DraftView latest(Held held, List<Draft> written, Scope scope) {
    return written.isEmpty() ? null : view(written.get(written.size() - 1), held, scope, true);
  }

  private DraftView view(Draft draft, Held held, Scope scope, boolean decides) {
    return DraftView.of(draft, held, scope.actor().userId(), decides, Cause.now(clock), timeRules);
  }
}
