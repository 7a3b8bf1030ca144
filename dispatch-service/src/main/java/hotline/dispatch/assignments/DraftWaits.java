package hotline.dispatch.assignments;

import hotline.access.IllegalMove;
import hotline.lifecycle.EndorsedAct;

/** Something of the task waits for the unit's leader already. */
public final class DraftWaits extends IllegalMove {

  private static final long serialVersionUID = 1L;

  public DraftWaits(EndorsedAct act) {
    super(
        "draft-waits",
        "该任务的" + act.zh() + "正待分管领导签发。如需改动，请先撤回送签稿，或等领导签发、退回。",
        act.en()
            + " of this task waits for the signature of the unit's leader. Take the draft back to change it,"
            + " or wait until it is signed or sent back.");
    with("act", act.name());
  }
}
