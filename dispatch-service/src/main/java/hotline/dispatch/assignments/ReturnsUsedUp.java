package hotline.dispatch.assignments;

import hotline.access.IllegalMove;

/** A case that came back too often is given to a unit that keeps it. */
public final class ReturnsUsedUp extends IllegalMove {

  private static final long serialVersionUID = 1L;

  public ReturnsUsedUp(int returns) {
    super(
        "returns-used-up",
        "该工单已退单 " + returns + " 次，达到上限，由派单员指定承办，不能再退单。",
        "The case was returned "
            + returns
            + " time(s), which is the most; the dispatcher designates its unit, and it cannot be returned again.");
    with("returnCount", returns);
  }
}
