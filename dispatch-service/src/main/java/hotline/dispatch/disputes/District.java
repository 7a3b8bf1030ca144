package hotline.dispatch.disputes;

/** The district of a place: the first six digits of its code. */
final class District {

  private static final int DIGITS = 6;

  private District() {}

  /** Empty when the place names none. */
  static String of(String placeCode) {
    return placeCode == null || placeCode.length() < DIGITS ? "" : placeCode.substring(0, DIGITS);
  }
}
