package hotline.dispatch.notices;

import hotline.access.IllegalMove;

/** The unit that has the case was taken out of service. */
public final class UnitIsNoMore extends IllegalMove {

  private static final long serialVersionUID = 1L;

  UnitIsNoMore(String name) {
    super(
        "unit-is-no-more",
        "主办单位“" + name + "”已停用，不能向其发责任单。请先改派给现有单位。",
        "The lead unit \""
            + name
            + "\" is out of service, so no notice can go to it. Give the case to a unit that exists.");
  }
}
