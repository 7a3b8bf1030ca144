package hotline.intake.imports;

import hotline.access.Violation;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What became of each row of a file; row 1 is the line with the names of the columns. */
public record ImportReport(
    int rows, int registered, int duplicates, int rejected, List<Item> items) {

  /** What became of a row: registered, known before (both with its case number), or rejected. */
  @Schema(name = "ImportResult")
  public enum Result {
    REGISTERED,
    DUPLICATE,
    REJECTED
  }

  /** One row. */
  @Schema(name = "ImportedRow")
  public record Item(int row, Result result, String caseNo, List<RowViolation> violations) {
    static Item registered(int row, String caseNo) {
      return new Item(row, Result.REGISTERED, caseNo, List.of());
    }

    static Item duplicate(int row, String caseNo) {
      return new Item(row, Result.DUPLICATE, caseNo, List.of());
    }

    static Item rejected(int row, List<Violation> violations) {
      return new Item(
          row,
          Result.REJECTED,
          null,
          violations.stream()
              .map(one -> new RowViolation(one.field(), one.code(), one.zh(), one.en()))
              .toList());
    }
  }

  /** What is wrong with a field of a row. */
  public record RowViolation(String field, String code, String zh, String en) {}

  static ImportReport of(List<Item> items) {
    return new ImportReport(
        items.size(),
        count(items, Result.REGISTERED),
        count(items, Result.DUPLICATE),
        count(items, Result.REJECTED),
        items);
  }

  private static int count(List<Item> items, Result result) {
    return (int) items.stream().filter(item -> item.result() == result).count();
  }
}
