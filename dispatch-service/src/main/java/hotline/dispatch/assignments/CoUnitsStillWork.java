package hotline.dispatch.assignments;

import hotline.access.IllegalMove;

/** The lead's reply answers for all units of the round, so it comes last. */
public final class CoUnitsStillWork extends IllegalMove {

  private static final long serialVersionUID = 1L;

  public CoUnitsStillWork(int open) {
    super(
        "co-units-open",
        "还有 " + open + " 个协办单位未完成，主办单位须待其答复审核通过后再答复。",
        open
            + " co-handling unit(s) have not finished; the lead replies after their replies passed.");
    with("openCoUnits", open);
  }
}
