package hotline.dispatch.notices;

import hotline.access.IllegalMove;

/** A notice names the lead unit of the case, so there must be one. */
public final class NobodyIsResponsible extends IllegalMove {

  private static final long serialVersionUID = 1L;

  NobodyIsResponsible() {
    super(
        "nobody-is-responsible",
        "工单还没有主办单位，不能发责任单。请先派单。",
        "The case has no lead unit, so no notice can go out. Dispatch it first.");
  }
}
