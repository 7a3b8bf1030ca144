package hotline.intake.cases;

import hotline.access.IllegalMove;

/** Public safety does not wait for who reported the danger. */
public class WithdrawalRefused extends IllegalMove {
  private static final long serialVersionUID = 1L;

  WithdrawalRefused() {
    super(
        "特急工单涉及公共安全，不能撤诉，将继续办理。如情况有变，请补充说明。",
        "A critical case concerns public safety: it cannot be withdrawn and is handled further. If things have"
            + " changed, say so in a supplement.");
  }
}
