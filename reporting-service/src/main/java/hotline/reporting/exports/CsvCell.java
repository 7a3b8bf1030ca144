package hotline.reporting.exports;

/** One cell of a CSV file that is safe to open in a spreadsheet. */
public final class CsvCell {

  private CsvCell() {}

  /**
   * A code for a spreadsheet, which would take 010201 for a number and show 10201: a formula whose
   * value is the text.
   */
  public static String text(Object value) {
    return value == null ? "" : quoted("=" + quoted(value.toString()));
  }

  /** A cell; a text that a spreadsheet would run as a formula stays text. */
  public static String of(Object value) {
    if (value == null) {
      return "";
    }
    String text = value.toString();
    // A spreadsheet runs what starts like a formula; an apostrophe makes it text.
    if (!text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0) {
      text = "'" + text;
    }
    boolean quoted = text.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
    return quoted ? quoted(text) : text;
  }

  private static String quoted(String text) {
    return '"' + text.replace("\"", "\"\"") + '"';
  }
}
