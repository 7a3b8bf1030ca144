package hotline.dispatch.endorsement;

import hotline.access.NotFound;
import hotline.dispatch.assignments.Assignment;
import jakarta.enterprise.context.ApplicationScoped;

/** The draft that an act of the unit is about; it must still wait. */
@ApplicationScoped
class WaitingDraft {

  private final DraftStore drafts;

  WaitingDraft(DraftStore drafts) {
    this.drafts = drafts;
  }

  /**
   * @param task locked by the act
   */
  Draft of(Assignment task, int draftNo) {
    Draft draft =
        drafts.find(task.assignmentId(), draftNo).orElseThrow(() -> new NotFound("送签稿", "draft"));
    DraftView.State state = DraftView.state(draft, task);
    if (state != DraftView.State.WAITING) {
      throw new DraftWaitsNoMore(state);
    }
    return draft;
  }
}
