package hotline.intake.imports;

import hotline.access.Violations;
import hotline.access.files.NamedColumns;
import hotline.intake.cases.RegistrationForm;
import hotline.intake.cases.RegistrationForm.ReporterForm;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Which column of a file holds which field; columns nobody knows are left alone. */
final class RequestColumns {

  /** The columns of a file of requests, by their English and Chinese names. */
  enum Column implements NamedColumns.Named {
    KIND("kind", "诉求类型", true),
    URGENCY("urgency", "紧急程度", false),
    CHANNEL("channel", "来源渠道", true),
    CATEGORY_CODE("categoryCode", "分类编码", true),
    PLACE_CODE("placeCode", "区划编码", true),
    ADDRESS("address", "地址", false),
    TITLE("title", "标题", true),
    CONTENT("content", "内容", true),
    DEMAND("demand", "具体诉求", false),
    RECEIVED_AT("receivedAt", "受理时间", false),
    NAME("reporterName", "诉求人", false),
    PHONE("reporterPhone", "电话", false),
    ALT_PHONE("reporterAltPhone", "备用电话", false),
    ANONYMOUS("anonymous", "匿名", false),
    CONFIDENTIAL("confidential", "保密", false),
    WANTS_CALLBACK("wantsCallback", "需要回访", false),
    RESPONDENT("respondentUnitId", "被反映单位编码", false),
    EXTERNAL_SOURCE("externalSource", "来源系统", false),
    EXTERNAL_REF("externalRef", "来源编号", false),
    OUTAGE("outage", "补录批次", false),
    PAPER_NO("paperNo", "纸质单编号", false);

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

  private static final Set<String> YES = Set.of("是", "true", "yes", "y", "1");
  private static final Set<String> NO = Set.of("否", "false", "no", "n", "0");

  private final NamedColumns<Column> columns;

  private RequestColumns(NamedColumns<Column> columns) {
    this.columns = columns;
  }

  /** Reads the first line; refuses a file without the columns that every request needs. */
  static RequestColumns of(List<String> header) {
    return new RequestColumns(NamedColumns.of(Column.class, header));
  }

  /** A file with the names of all columns and one request as an example. */
  static String template() {
    return NamedColumns.header(Column.class)
        + "\r\n投诉,一般,电话,010101,370281001,示范路 1 号,路灯不亮,\"示范路 1 号附近路灯连续三晚不亮。\",修复路灯,2026-01-05 09:30,"
        + "示例,13800000000,,否,否,是,,示例系统,EX-0001,,\r\n";
  }

  /**
   * Refuses a word that is neither yes nor no: what is to be kept secret must not hang on a guess.
   */
  RegistrationForm form(List<String> row) {
    Violations violations = new Violations();
    ReporterForm reporter = reporter(row, violations);
    violations.throwIfAny();
    return new RegistrationForm(
        value(row, Column.KIND),
        value(row, Column.URGENCY),
        value(row, Column.CHANNEL),
        value(row, Column.CATEGORY_CODE),
        value(row, Column.PLACE_CODE),
        value(row, Column.ADDRESS),
        value(row, Column.TITLE),
        value(row, Column.CONTENT),
        value(row, Column.DEMAND),
        value(row, Column.RECEIVED_AT),
        reporter,
        value(row, Column.RESPONDENT),
        value(row, Column.EXTERNAL_SOURCE),
        value(row, Column.EXTERNAL_REF));
  }

  private ReporterForm reporter(List<String> row, Violations violations) {
    return new ReporterForm(
        value(row, Column.NAME),
        value(row, Column.PHONE),
        value(row, Column.ALT_PHONE),
        yes(row, Column.ANONYMOUS, violations),
        yes(row, Column.CONFIDENTIAL, violations),
        yes(row, Column.WANTS_CALLBACK, violations));
  }

  /** The outage of which the row is a paper form (纸质补录); null of others. */
  String outage(List<String> row) {
    return value(row, Column.OUTAGE);
  }

  /** The number on the form. */
  String paperNo(List<String> row) {
    return value(row, Column.PAPER_NO);
  }

  private String value(List<String> row, Column column) {
    return columns.value(row, column);
  }

  private Boolean yes(List<String> row, Column column, Violations violations) {
    String value = value(row, column);
    if (value == null) {
      return null;
    }
    String word = Normalizer.normalize(value, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    violations.require(
        YES.contains(word) || NO.contains(word),
        "reporter." + column.name,
        "unknown-value",
        column.zh + "请填“是”或“否”。",
        column.name + " is yes or no.");
    return YES.contains(word);
  }

  /** The row as one text, for telling rows without a reference apart. */
  static String identity(List<String> row) {
    List<String> cells = new ArrayList<>(row);
    return String.join("\u001f", cells);
  }
}
