package hotline.access.files;

import java.util.regex.Pattern;

/**
 * One cell of a file that is put right in a spreadsheet and read again: what somebody wrote is not
 * run as a formula, and numbers keep their zeros and all their digits.
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
    if (NUMBER.matcher(text).matches()) {
      return quoted('=' + quoted(text));
    }
    return quoted(startsFormula(text, 0) ? '\'' + text : text);
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

  private static boolean startsFormula(String text, int at) {
    return text.length() > at && FORMULA_STARTS.indexOf(text.charAt(at)) >= 0;
  }

  private static String quoted(String text) {
    return '"' + text.replace("\"", "\"\"") + '"';
  }
}
