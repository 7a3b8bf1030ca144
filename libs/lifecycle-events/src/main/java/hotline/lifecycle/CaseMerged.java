package hotline.lifecycle;

import java.util.UUID;

/**
 * The request is handled together with another one (并单): it has no task of its own until that is
 * answered, and its citizen rates the answer by a callback of one's own.
 *
 * @param mainCaseId the case that is handled; said to nobody outside the centre
 * @param incidentId of a call that was merged with all others about one incident (突发事件): its own
 *     place may be another than that of the main case, which is where the matter is; absent of all
 *     others
 */
public record CaseMerged(UUID mainCaseId, MergeReason reason, @MayBeAbsent UUID incidentId)
    implements DispatchEvent {

  /** As a dispatcher decided about the two alone. */
  public CaseMerged(UUID mainCaseId, MergeReason reason) {
    this(mainCaseId, reason, null);
  }

  @Override
  public EventType type() {
    return EventType.CASE_MERGED;
  }
}
