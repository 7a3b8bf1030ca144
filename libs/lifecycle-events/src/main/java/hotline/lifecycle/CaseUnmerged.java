package hotline.lifecycle;

import java.util.UUID;

/** The merged request goes its own way again and waits for dispatch (撤销并单). */
public record CaseUnmerged(UUID mainCaseId, UnmergeReason reason) implements DispatchEvent {

  @Override
  public EventType type() {
    return EventType.CASE_UNMERGED;
  }
}
