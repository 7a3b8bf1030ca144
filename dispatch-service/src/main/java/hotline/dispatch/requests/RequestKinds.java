package hotline.dispatch.requests;

import hotline.access.Invalid;
import hotline.dispatch.assignments.UnitRequest.Kind;
import java.util.Arrays;

/** The kind of request that a list is limited to. */
final class RequestKinds {

  private RequestKinds() {}

  /** Null for all kinds. */
  static Kind of(String text) {
    if (text == null || text.isBlank()) {
      return null;
    }
    return Arrays.stream(Kind.values())
        .filter(kind -> kind.name().equals(text))
        .findFirst()
        .orElseThrow(
            () ->
                new Invalid(
                    "kind",
                    "unknown-value",
                    "没有这种申请。可选：RETURN（退单）、EXTENSION（延期）、HOLD（挂起）。",
                    "There is no such request. Possible: RETURN, EXTENSION, HOLD."));
  }
}
