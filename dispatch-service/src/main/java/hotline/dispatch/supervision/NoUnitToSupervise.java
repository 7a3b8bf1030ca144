package hotline.dispatch.supervision;

import hotline.access.IllegalMove;

/** An order goes to a unit that has, or had, a task in the case. */
public final class NoUnitToSupervise extends IllegalMove {

  private static final long serialVersionUID = 1L;

  NoUnitToSupervise() {
    super(
        "no-unit-to-supervise",
        "该单位没有承办此件，不能向其发督办单。请选择承办单位；尚未派单的工单请先派单。",
        "This unit has no task in the case. Choose one that has; a case that nobody has is"
            + " dispatched first.");
  }
}
