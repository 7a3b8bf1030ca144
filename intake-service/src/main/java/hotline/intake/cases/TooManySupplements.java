package hotline.intake.cases;

import hotline.access.IllegalMove;

/** A case has as many supplements as a reader can take in. */
public class TooManySupplements extends IllegalMove {
  private static final long serialVersionUID = 1L;

  TooManySupplements() {
    super(
        "too-many-supplements",
        "该工单的补充已达 " + HotlineCase.MOST_SUPPLEMENTS + " 条。如有新的诉求，请另行登记。",
        "The case has "
            + HotlineCase.MOST_SUPPLEMENTS
            + " supplements already. Register something new as a case of its own.");
  }
}
