package hotline.dispatch.instructions;

import hotline.access.IllegalMove;

/** An instruction is about one case; it was said on that case's record. */
public final class LinkedAlready extends IllegalMove {

  private static final long serialVersionUID = 1L;

  LinkedAlready() {
    super(
        "linked-already",
        "该批示件已关联工单，不能更改。如涉及另一工单，请另行登记批示。",
        "The instruction belongs to a case already, which stays so. For another case give another"
            + " instruction.");
  }
}
