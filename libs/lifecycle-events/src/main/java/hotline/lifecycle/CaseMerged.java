package hotline.lifecycle;

import java.util.UUID;

/**
 * The request is handled together with another one (并单): it has no task of its own until that is
 * answered, and its citizen rates the answer by a callback of one's own.
 *
 * @param mainCaseId the case that is handled; said to nobody outside the centre
 */
public record CaseMerged(UUID mainCaseId, MergeReason reason) implements DispatchEvent {

  @Override
  public EventType type() {
    return EventType.CASE_MERGED;
  }
}
