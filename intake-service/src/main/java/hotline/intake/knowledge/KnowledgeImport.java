package hotline.intake.knowledge;

import hotline.access.Violation;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What became of each row of a file of knowledge; row 1 is the line with the names of the columns.
 */
public record KnowledgeImport(
    int rows, int submitted, int duplicates, int rejected, List<ImportedItem> items) {

  /** What became of a row. */
  @Schema(name = "KnowledgeImportResult")
  public enum Result {
    SUBMITTED,
    /** The unit has an item with this title. */
    DUPLICATE,
    REJECTED
  }

  /**
   * One row.
   *
   * @param code null of a row that was rejected
   */
  @Schema(name = "ImportedKnowledge")
  public record ImportedItem(int row, Result result, String code, List<RowFault> violations) {
    static ImportedItem taken(int row, Result result, String code) {
      return new ImportedItem(row, result, code, List.of());
    }

    static ImportedItem rejected(int row, List<Violation> violations) {
      return new ImportedItem(
          row,
          Result.REJECTED,
          null,
          violations.stream()
              .map(one -> new RowFault(one.field(), one.code(), one.zh(), one.en()))
              .toList());
    }
  }

  /** What is wrong with a field of a row. */
  @Schema(name = "KnowledgeRowFault")
  public record RowFault(String field, String code, String zh, String en) {}

  static KnowledgeImport of(List<ImportedItem> items) {
    return new KnowledgeImport(
        items.size(),
        count(items, Result.SUBMITTED),
        count(items, Result.DUPLICATE),
        count(items, Result.REJECTED),
        items);
  }

  private static int count(List<ImportedItem> items, Result result) {
    return (int) items.stream().filter(item -> item.result() == result).count();
  }
}
