package hotline.intake.knowledge;

import hotline.access.files.NamedColumns;
import java.util.Arrays;
import java.util.List;

/** Which column of a file holds which part of an item; columns nobody knows are left alone. */
final class KnowledgeColumns {

  /** The columns of a file of knowledge, by their English and Chinese names. */
  enum Column implements NamedColumns.Named {
    OWNER("ownerUnit", "责任单位编码", true),
    TITLE("title", "标题", true),
    QUESTIONS("questions", "问法关键词", false),
    ANSWER("answer", "答复口径", true),
    NOTES("notes", "内部提示", false),
    CATEGORIES("categoryCodes", "分类编码", false),
    PLACES("placeCodes", "区划编码", false),
    VALID_FROM("validFrom", "生效日期", false),
    VALID_TO("validTo", "失效日期", false),
    REVIEW_BY("reviewBy", "复审期限", true);

    private final String name;
    private final String zh;
    private final boolean required;

    Column(String name, String zh, boolean required) {
      this.name = name;
      this.zh = zh;
      this.required = required;
    }

    @Override
    public String english() {
      return name;
    }

    @Override
    public String chinese() {
      return zh;
    }

    @Override
    public boolean required() {
      return required;
    }
  }

  private final NamedColumns<Column> columns;

  private KnowledgeColumns(NamedColumns<Column> columns) {
    this.columns = columns;
  }

  /** Reads the first line; refuses a file without the columns that every item needs. */
  static KnowledgeColumns of(List<String> header) {
    return new KnowledgeColumns(NamedColumns.of(Column.class, header));
  }

  /** A file with the names of all columns and one item as an example. */
  static String template(String reviewBy) {
    return NamedColumns.header(Column.class)
        + "\r\ncg,路灯不亮怎么报修,路灯坏了；路灯杆歪了,\"请说明道路名称和灯杆编号，24 小时内修复。\",小区内路灯由物业负责,010102,,,,"
        + reviewBy
        + "\r\n";
  }

  KnowledgeForm form(List<String> row) {
    return new KnowledgeForm(
        value(row, Column.OWNER),
        value(row, Column.TITLE),
        parts(row, Column.QUESTIONS),
        value(row, Column.ANSWER),
        value(row, Column.NOTES),
        parts(row, Column.CATEGORIES),
        parts(row, Column.PLACES),
        day(row, Column.VALID_FROM),
        day(row, Column.VALID_TO),
        day(row, Column.REVIEW_BY),
        null);
  }

  private String value(List<String> row, Column column) {
    return columns.value(row, column);
  }

  private List<String> parts(List<String> row, Column column) {
    String value = value(row, column);
    return value == null
        ? List.of()
        : Arrays.stream(value.split("[；;、\\n]"))
            .map(String::strip)
            .filter(part -> !part.isEmpty())
            .toList();
  }

  /** Spreadsheets write 2026/1/5. */
  private String day(List<String> row, Column column) {
    String value = value(row, column);
    if (value == null || !value.matches("\\d{4}[/.-]\\d{1,2}[/.-]\\d{1,2}")) {
      return value;
    }
    String[] parts = value.split("[/.-]");
    return parts[0] + "-" + twoDigits(parts[1]) + "-" + twoDigits(parts[2]);
  }

  private static String twoDigits(String number) {
    return number.length() == 1 ? "0" + number : number;
  }
}
