package hotline.intake.cases;

import hotline.access.Violations;

/** Reads the texts of a form: what PostgreSQL and the log cannot carry is refused, not mended. */
public final class FormText {
  private FormText() {}

  /** Without spaces around it; null when nothing is left. */
  public static String read(Violations violations, String value, int longest, String field) {
    if (value == null || value.isBlank()) {
      return null;
    }
    String text = value.strip();
    violations.atMost(text, longest, field);
    violations.require(
        isPlainText(text),
        field,
        "unreadable-character",
        "含有无法保存的控制字符或残缺字符，请删除后重试。",
        "It has a control character or half a character that cannot be kept; remove it.");
    return text;
  }

  public static String require(Violations violations, String value, int longest, String field) {
    violations.required(value, field);
    return read(violations, value, longest, field);
  }

  private static boolean isPlainText(String text) {
    return text.codePoints().allMatch(FormText::isPlain);
  }

  /** Whether PostgreSQL and the log can carry this character. */
  static boolean isPlain(int c) {
    return (c >= 0x20 || c == '\n' || c == '\r' || c == '\t')
        && c != 0x7f
        && (c < Character.MIN_SURROGATE || c > Character.MAX_SURROGATE);
  }
}
