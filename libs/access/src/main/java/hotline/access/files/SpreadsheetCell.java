package hotline.access.files;

import java.util.regex.Pattern;

/**
 * One cell of a CSV file that people open in a spreadsheet: what somebody wrote is not run as a
 * formula. In a file that is put right there and read again ({@link #write}) numbers keep their
 * zeros and all their digits too; in one that is counted with, each column says whether it holds a
 * {@link #code} or a {@link #plain} text or number.
 */
public final class SpreadsheetCell {
  private static final String FORMULA_STARTS = "=+-@\t\r";

  /**
   * Codes, numbers of cases and telephones, which a spreadsheet would take for a number or a date.
   */
  private static final Pattern NUMBER = Pattern.compile("\\+?\\d[\\p{L}\\p{N}._:/#()（）-]*");

  private SpreadsheetCell() {}

  /** As {@link #read} finds it again, whatever a spreadsheet does to it in between. */
  public static String write(String cell) {
    String text = read(cell);
    return NUMBER.matcher(text).matches() ? code(text) : quoted(guarded(text));
  }

  /**
   * A code, which a spreadsheet would take for a number and show 010201 as 10201: a formula whose
   * value is the text. Empty for null.
   */
  public static String code(Object value) {
    return value == null ? "" : quoted('=' + quoted(value.toString()));
  }

  /** A text, or a number that is counted with; in quotes where it needs them, empty for null. */
  public static String plain(Object value) {
    if (value == null) {
      return "";
    }
    String text = guarded(value.toString());
    boolean needsQuotes =
        text.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
    return needsQuotes ? quoted(text) : text;
  }

  /**
   * Spreadsheets write ="0532..." to keep a number as text, and an apostrophe before what is no
   * formula; any other formula is a text like others.
   */
  static String read(String cell) {
    if (cell.length() > 3 && cell.startsWith("=\"") && cell.endsWith("\"")) {
      return cell.substring(2, cell.length() - 1);
    }
    return cell.startsWith("'") && startsFormula(cell, 1) ? cell.substring(1) : cell;
  }

  /** An apostrophe makes it text. */
  private static String guarded(String text) {
    return startsFormula(text, 0) ? '\'' + text : text;
  }

  private static boolean startsFormula(String text, int at) {
    return text.length() > at && FORMULA_STARTS.indexOf(text.charAt(at)) >= 0;
  }

  private static String quoted(String text) {
    return '"' + text.replace("\"", "\"\"") + '"';
  }
}
