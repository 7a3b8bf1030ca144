package hotline.dispatch.assignments;

import hotline.access.IllegalMove;

/** The policy knows no such request for this kind of case. */
public final class NotForThisKind extends IllegalMove {

  private static final long serialVersionUID = 1L;

  public NotForThisKind(UnitRequest.Kind asked) {
    super(
        "not-for-this-kind",
        switch (asked) {
          case RETURN -> "按时限规则，此类诉求不能退单。";
          case EXTENSION -> "按时限规则，此类诉求不能延期。";
          case HOLD -> "按时限规则，此类诉求不能挂起。";
        },
        switch (asked) {
          case RETURN -> "By the limit policy this kind of case is not returned.";
          case EXTENSION -> "By the limit policy this kind of case is not extended.";
          case HOLD -> "By the limit policy this kind of case is not put on hold.";
        });
    with("asked", asked.name());
  }
}
