package hotline.intake.callers;

import hotline.access.IllegalMove;

/** The number has this mark, or it waits to be confirmed. */
public class MarkKnown extends IllegalMove {
  private static final long serialVersionUID = 1L;

  MarkKnown() {
    super(
        "mark-known",
        "该号码已有同样的标记，或正等待班长确认；如需改写，请先解除原标记。",
        "This number has the same mark, or it waits for the shift lead; to write it anew, lift the present one first.");
  }
}
