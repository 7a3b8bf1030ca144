package hotline.access.testing.proofs;

import hotline.access.GridRules;
import hotline.access.testing.proofs.Right.Verdict;

/** Which grid a token names, as seen from the place where the examples' cases lie. */
enum GridPosition {
  OWN("of the grid itself"),
  ABOVE("of the grid around it"),
  BELOW("of a grid within it"),
  /** Its path begins with the same letters. */
  BESIDE("of the grid beside"),
  ELSEWHERE("of a grid elsewhere");

  private final String words;

  GridPosition(String words) {
    this.words = words;
  }

  String words() {
    return words;
  }

  String path(String place) {
    return switch (this) {
      case OWN -> place;
      case ABOVE -> place.substring(0, place.lastIndexOf('/'));
      case BELOW -> place + "/1";
      case BESIDE -> place + "9";
      case ELSEWHERE -> "/3702/370202";
    };
  }

  /**
   * How a request comes out for whoever is let in without a grid; null where the walk cannot tell:
   * what a list leaves out must be shown by its example.
   */
  Verdict verdict(GridRules.Kind kind, Example example) {
    boolean reached = this == OWN || this == ABOVE;
    return switch (kind) {
      case OF_A_THING -> reached ? Verdict.ANSWERED : Verdict.HIDDEN;
      case NARROWED ->
          reached ? Verdict.ANSWERED : example.shown() == null ? null : Verdict.LEFT_OUT;
      case FREE -> Verdict.ANSWERED;
      case WHOLE_CITY -> Verdict.FORBIDDEN;
    };
  }
}
