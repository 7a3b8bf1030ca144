package hotline.dispatch.reviews;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import hotline.access.Scope;
import hotline.dispatch.assignments.AssignmentView;
import hotline.dispatch.assignments.HandlingRecords;
import hotline.dispatch.assignments.Inbox;
import hotline.dispatch.assignments.Reply;
import hotline.dispatch.lists.Cursor;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The queue of replies that wait for a reviewer. */
@ApplicationScoped
public class PendingReviews {

  private final Inbox inbox;
  private final HandlingRecords records;

  PendingReviews(Inbox inbox, HandlingRecords records) {
    this.inbox = inbox;
    this.records = records;
  }

  /** An assignment with the reply that waits. */
  @Schema(name = "PendingReview")
  public record Item(@JsonUnwrapped AssignmentView assignment, Reply latestReply) {}

  /** A page of the queue. */
  @Schema(name = "PendingReviewPage")
  public record Page(List<Item> items, long count, String nextCursor) {}

  Page page(Scope scope, Cursor after, int limit) {
    Inbox.Page waiting = inbox.underReview(scope, after, limit);
    Map<UUID, List<Reply>> replies =
        records.replies(waiting.items().stream().map(AssignmentView::assignmentId).toList());
    return new Page(
        waiting.items().stream()
            .map(item -> new Item(item, latest(replies.get(item.assignmentId()))))
            .toList(),
        waiting.count(),
        waiting.nextCursor());
  }

  /** None when the reviewer was quicker than this page. */
  private static Reply latest(List<Reply> replies) {
    return replies == null ? null : replies.get(replies.size() - 1);
  }
}
