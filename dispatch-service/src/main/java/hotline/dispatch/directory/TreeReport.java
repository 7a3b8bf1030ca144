package hotline.dispatch.directory;

import hotline.access.Violation;
import hotline.access.Violations;
import hotline.access.files.SpreadsheetCell;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What a file changed in a tree, or would.
 *
 * @param digest of the file and of all that it would change, as that stands now: what is written
 *     must be what was looked at
 * @param written false of a dry run, and of a file with a rejected row: nothing was written
 * @param changed named otherwise, and neither switched off nor on
 * @param switchedOff in use, and off by their own row
 * @param resumed off, and in use again by their own row
 * @param ended in use, not named by the file, and switched off since that was asked for
 * @param items the first 500 rows that are rejected or warned about
 * @param endedItems the first 500 that are switched off since the file does not name them
 * @param changedItems the first 500 that are named otherwise, switched off by their row, or on
 * @param findings all of these as a CSV file, empty for none
 */
@Schema(name = "TreeReport")
public record TreeReport(
    String digest,
    boolean written,
    int rows,
    int added,
    int changed,
    int switchedOff,
    int resumed,
    int unchanged,
    int ended,
    int rejected,
    int warned,
    List<Item> items,
    List<Ended> endedItems,
    List<Changed> changedItems,
    String findings) {

  private static final int MOST_SHOWN = 500;

  /** What a finding is about. */
  @Schema(name = "TreeFinding")
  public enum Finding {
    REJECTED("退回"),
    WARNED("提醒"),
    CHANGED("更改"),
    RESUMED("启用"),
    ENDED("停用");

    private final String chinese;

    Finding(String chinese) {
      this.chinese = chinese;
    }
  }

  /** A row; row 1 is the one with the names of the columns. */
  @Schema(name = "TreeReportRow")
  public record Item(int row, String code, Finding finding, List<Said> violations) {}

  /** What is wrong or doubtful. */
  @Schema(name = "TreeRowViolation")
  public record Said(String field, String code, String zh, String en) {

    private static Said of(Violation violation) {
      return new Said(violation.field(), violation.code(), violation.zh(), violation.en());
    }
  }

  /**
   * What a row changes.
   *
   * @param finding CHANGED, RESUMED or ENDED
   * @param nameEnBefore null of a place
   */
  @Schema(name = "TreeChanged")
  public record Changed(
      int row,
      String code,
      Finding finding,
      String nameZhBefore,
      String nameEnBefore,
      String nameZh,
      String nameEn) {

    private static Changed of(TreePlan.Altered one) {
      Branch before = one.before();
      Branch after = one.after();
      return new Changed(
          one.row().number(),
          after.code(),
          one.isSwitchedOff() ? Finding.ENDED : one.isResumed() ? Finding.RESUMED : Finding.CHANGED,
          before.nameZh(),
          before.nameEn(),
          after.nameZh(),
          after.nameEn());
    }

    private String words() {
      String zh = nameZh.equals(nameZhBefore) ? nameZh : nameZhBefore + " → " + nameZh;
      return Objects.equals(nameEn, nameEnBefore)
          ? zh
          : zh + " (" + nameEnBefore + " → " + nameEn + ")";
    }
  }

  /** One that the file does not name. */
  @Schema(name = "TreeEnded")
  public record Ended(String code, String nameZh) {}

  static TreeReport of(TreePlan plan, String digest, boolean written) {
    List<Item> items = new ArrayList<>();
    for (TreeRow row : plan.rows()) {
      Violations warning = plan.warnings().get(row.number());
      if (!row.isGood()) {
        items.add(item(row, Finding.REJECTED, row.wrong()));
      } else if (warning != null) {
        items.add(item(row, Finding.WARNED, warning));
      }
    }
    int rejected = (int) items.stream().filter(item -> item.finding() == Finding.REJECTED).count();
    List<Ended> ended =
        plan.ended().stream().map(one -> new Ended(one.code(), one.nameZh())).toList();
    List<Changed> changed = plan.altered().stream().map(Changed::of).toList();
    return new TreeReport(
        digest,
        written,
        plan.rows().size(),
        plan.added(),
        plan.renamed(),
        plan.switchedOff(),
        plan.resumed(),
        plan.unchanged(),
        ended.size(),
        rejected,
        items.size() - rejected,
        items.stream().limit(MOST_SHOWN).toList(),
        ended.stream().limit(MOST_SHOWN).toList(),
        changed.stream().limit(MOST_SHOWN).toList(),
        findings(items, ended, changed));
  }

  private static Item item(TreeRow row, Finding finding, Violations said) {
    return new Item(row.number(), row.code(), finding, said.list().stream().map(Said::of).toList());
  }

  private static String findings(List<Item> items, List<Ended> ended, List<Changed> changed) {
    if (items.isEmpty() && ended.isEmpty() && changed.isEmpty()) {
      return "";
    }
    StringBuilder csv = new StringBuilder("\ufeff行号,代码(code),结果,结果(finding),原因,Reason\r\n");
    for (Item item : items) {
      csv.append(
          line(
              String.valueOf(item.row()),
              item.code(),
              item.finding(),
              words(item, true),
              words(item, false)));
    }
    for (Ended one : ended) {
      csv.append(
          line(
              "",
              one.code(),
              Finding.ENDED,
              "文件中没有：" + one.nameZh(),
              "The file does not name it: " + one.nameZh()));
    }
    for (Changed one : changed) {
      csv.append(
          line(String.valueOf(one.row()), one.code(), one.finding(), one.words(), one.words()));
    }
    return csv.toString();
  }

  private static String words(Item item, boolean zh) {
    return item.violations().stream()
        .map(one -> one.field() + ": " + (zh ? one.zh() : one.en()))
        .collect(Collectors.joining(" "));
  }

  private static String line(String row, String code, Finding finding, String zh, String en) {
    return List.of(row, code == null ? "" : code, finding.chinese, finding.name(), zh, en).stream()
        .map(SpreadsheetCell::write)
        .collect(Collectors.joining(",", "", "\r\n"));
  }
}
