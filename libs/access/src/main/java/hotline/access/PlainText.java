package hotline.access;

/** Text from outside, made fit for a log line or an answer. */
public final class PlainText {
  private PlainText() {}

  /**
   * Each control character, line separator and direction mark becomes its visible escape, so that a
   * text stays on its line and in its order.
   */
  public static String visible(String text) {
    if (text == null || text.chars().noneMatch(PlainText::misleads)) {
      return text;
    }
    StringBuilder shown = new StringBuilder(text.length() + 16);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (misleads(c)) {
        shown.append(String.format("\\u%04x", (int) c));
      } else {
        shown.append(c);
      }
    }
    return shown.toString();
  }

  /** Without control characters and at most this long. */
  public static String brief(String text, int longest) {
    if (text == null) {
      return "";
    }
    StringBuilder kept = new StringBuilder();
    text.codePoints()
        .filter(c -> c > 0xffff || !misleads(c))
        .limit(longest)
        .forEach(kept::appendCodePoint);
    return kept.toString();
  }

  /** Whether it has no line break, control character or direction mark. */
  public static boolean isOneLine(String text) {
    return text.chars().noneMatch(PlainText::misleads);
  }

  /** Whether PostgreSQL and UTF-8 can keep this text: no NUL, no half of a surrogate pair. */
  public static boolean isStorable(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == 0) {
        return false;
      }
      if (Character.isSurrogate(c)) {
        if (!Character.isHighSurrogate(c)
            || i + 1 == text.length()
            || !Character.isLowSurrogate(text.charAt(i + 1))) {
          return false;
        }
        i++;
      }
    }
    return true;
  }

  private static boolean misleads(int c) {
    return c < ' '
        || (c >= 0x7f && c < 0xa0)
        || c == 0x2028
        || c == 0x2029
        || (c >= 0x202a && c <= 0x202e)
        || (c >= 0x2066 && c <= 0x2069);
  }
}
