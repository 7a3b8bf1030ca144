package hotline.intake.imports;

import hotline.access.files.SpreadsheetCell;
import hotline.intake.imports.ImportReport.RowViolation;
import java.util.List;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What became of each line of the old system's file, or would.
 *
 * @param digest of the file that was read: what is written must be what was looked at
 * @param written false of a dry run: nothing was written
 * @param handedOver new cases, of which {@code toDispatch} wait for dispatch and {@code atUnits} go
 *     to the unit that had them
 * @param known the same line was handed over before
 * @param different another line of the same number was handed over before; nothing was changed
 * @param unknownCodes codes that the directory does not know, with how many lines have them
 * @param rejectedFile the rejected lines as a CSV file with the reasons before them, empty for
 *     none; it can be put right in a spreadsheet and sent again
 */
public record OldCaseReport(
    String digest,
    boolean written,
    int rows,
    int handedOver,
    int toDispatch,
    int atUnits,
    int known,
    int different,
    int rejected,
    List<UnknownCode> unknownCodes,
    List<Item> items,
    String rejectedFile) {

  /** What became of a line. */
  @Schema(name = "OldCaseResult")
  public enum Result {
    HANDED_OVER,
    KNOWN,
    DIFFERENT,
    REJECTED
  }

  /**
   * A line; row 1 is the one with the names of the columns.
   *
   * @param violations why it came to nothing; of one that is handed over, why it goes to dispatch
   *     though a unit had it
   * @param caseNo null of a dry run and of what was rejected
   */
  @Schema(name = "OldCaseRow")
  public record Item(
      int row, Result result, String externalRef, String caseNo, List<RowViolation> violations) {}

  /** A code that the directory does not know. */
  @Schema(name = "UnknownCode")
  public record UnknownCode(String field, String code, int rows) {}

  /**
   * The lines that came to nothing, with the reasons in front; not those whose number was handed
   * over before, which sending them again never changes.
   */
  static String file(List<String> header, List<List<String>> table, List<Item> items) {
    List<Item> back = items.stream().filter(item -> item.result() == Result.REJECTED).toList();
    if (back.isEmpty()) {
      return "";
    }
    StringBuilder csv = new StringBuilder("\ufeff退回原因,Reason,");
    csv.append(line(header));
    for (Item item : back) {
      csv.append(SpreadsheetCell.write(words(item, true)))
          .append(',')
          .append(SpreadsheetCell.write(words(item, false)))
          .append(',')
          .append(line(table.get(item.row() - 1)));
    }
    return csv.toString();
  }

  private static String words(Item item, boolean zh) {
    return item.violations().stream()
        .map(one -> one.field() + ": " + (zh ? one.zh() : one.en()))
        .collect(Collectors.joining(" "));
  }

  private static String line(List<String> cells) {
    return cells.stream().map(SpreadsheetCell::write).collect(Collectors.joining(",", "", "\r\n"));
  }
}
