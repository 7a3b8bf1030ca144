package hotline.intake.imports;

import hotline.access.Violations;
import hotline.access.files.NamedColumns;
import hotline.intake.cases.CaseOrigin;
import hotline.intake.cases.FormTime;
import hotline.intake.cases.Registration;
import hotline.intake.reference.Directory;
import hotline.lifecycle.DirectoryEntry.Unit;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a line of the old system's file says beside the request itself (旧系统在办件): where the case
 * stands there. Source and reference of the request are the old system and its number.
 */
final class OldCaseColumns {

  private static final int MOST_EXTENSIONS = 20;
  private static final Pattern COUNT = Pattern.compile("\\d{1,2}");

  /** Where a case stands that can be handed over honestly, by ordinary facts of its life. */
  enum State {
    TO_DISPATCH("待派单"),
    AT_UNIT("办理中");

    private final String zh;

    State(String zh) {
      this.zh = zh;
    }
  }

  /** The columns, by their English and Chinese names. */
  enum Column implements NamedColumns.Named {
    EXTERNAL_SOURCE("externalSource", "来源系统", true),
    EXTERNAL_REF("externalRef", "来源编号", true),
    RECEIVED_AT("receivedAt", "受理时间", true),
    STATE("state", "当前环节", true),
    UNIT("unitId", "承办单位编码", false),
    ORIGINAL_DUE("originalDue", "原办结时限", true),
    EXTENSIONS("extensions", "已延期次数", false);

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

  private OldCaseColumns(NamedColumns<Column> columns) {
    this.columns = columns;
  }

  /** Reads the first line; refuses a file without the columns that every open case needs. */
  static OldCaseColumns of(List<String> header) {
    return new OldCaseColumns(NamedColumns.of(Column.class, header));
  }

  /** A file with all columns, of the request and of where it stands, and two examples. */
  static String template() {
    return "诉求类型(kind),紧急程度(urgency),来源渠道(channel),分类编码(categoryCode),区划编码(placeCode),地址(address),"
        + "标题(title),内容(content),具体诉求(demand),诉求人(reporterName),电话(reporterPhone),"
        + NamedColumns.header(Column.class)
        + "\r\n投诉,一般,电话,010101,370281001,示范路 1 号,路灯不亮,示范路 1 号附近路灯连续三晚不亮。,修复路灯,示例,13800000000,"
        + "旧热线,OLD-2026-0001,2026-01-05 09:30,办理中,cg,2026-01-12 17:30,1"
        + "\r\n求助,一般,电话,010101,370281001,示范路 2 号,井盖松动,示范路 2 号井盖松动。,,示例,13800000000,"
        + "旧热线,OLD-2026-0002,2026-01-05 10:00,待派单,,2026-01-12 17:30,0\r\n";
  }

  /** The code of the unit, as the line has it; null for none. */
  String unit(List<String> row) {
    return columns.value(row, Column.UNIT);
  }

  /** Refuses with one violation per wrong column. */
  Registration handedOver(
      Registration complete, List<String> row, Directory directory, Changeover changeover) {
    Violations violations = new Violations();
    violations.required(columns.value(row, Column.EXTERNAL_REF), "externalRef");
    violations.required(columns.value(row, Column.RECEIVED_AT), "receivedAt");
    State state = state(violations, columns.value(row, Column.STATE));
    String unit = unit(violations, state, unit(row), directory);
    Instant due = due(violations, complete.receivedAt(), columns.value(row, Column.ORIGINAL_DUE));
    changeover.check(violations, complete, due);
    int extensions = extensions(violations, columns.value(row, Column.EXTENSIONS));
    violations.throwIfAny();
    return complete.enteredLater(CaseOrigin.oldSystem(due, unit, extensions));
  }

  private static State state(Violations violations, String typed) {
    violations.required(typed, "state");
    if (typed == null) {
      return null;
    }
    for (State state : State.values()) {
      if (state.zh.equals(typed) || state.name().equalsIgnoreCase(typed)) {
        return state;
      }
    }
    violations.add(
        "state",
        "unknown-value",
        "当前环节只能是“待派单”或“办理中”；待回访的工单请在旧系统中办结。",
        "TO_DISPATCH or AT_UNIT; what waits for its callback is finished in the old system.");
    return null;
  }

  private static String unit(Violations violations, State state, String code, Directory directory) {
    Optional<Unit> unit = code == null ? Optional.empty() : directory.unit(code);
    violations
        .require(
            state != State.AT_UNIT || code != null,
            "unitId",
            "required",
            "办理中的工单须填写承办单位编码。",
            "A case at a unit names the unit.")
        .require(
            state != State.TO_DISPATCH || code == null,
            "unitId",
            "not-here",
            "待派单的工单不填承办单位。",
            "A case that is to be dispatched names no unit.")
        .require(
            code == null || unit.filter(Unit::active).isPresent(),
            "unitId",
            "unknown-unit",
            "没有这个承办单位，或已停用，请核对编码。",
            "There is no such unit, or it is out of service; check the code.");
    return code;
  }

  private static Instant due(Violations violations, Instant receivedAt, String typed) {
    violations.required(typed, "originalDue");
    if (typed == null) {
      return null;
    }
    Instant due = FormTime.parse(typed).orElse(null);
    violations
        .require(
            due != null,
            "originalDue",
            "not-a-time",
            "不是有效的时间，请按 2026-11-22 09:30 的格式填写。",
            "Not a time that exists; write it as 2026-11-22 09:30 or 2026-11-22T09:30:00+08:00.")
        .require(
            due == null || !due.isBefore(receivedAt.plus(Duration.ofMinutes(1))),
            "originalDue",
            "before-receipt",
            "原办结时限须晚于受理时间。",
            "The original due time lies after the receipt.");
    return due;
  }

  private static int extensions(Violations violations, String typed) {
    if (typed == null) {
      return 0;
    }
    boolean counts = COUNT.matcher(typed).matches() && Integer.parseInt(typed) <= MOST_EXTENSIONS;
    violations.require(
        counts,
        "extensions",
        "not-a-count",
        "已延期次数应为 0 到 " + MOST_EXTENSIONS + " 的整数。",
        "Extensions are a whole number from 0 to " + MOST_EXTENSIONS + ".");
    return counts ? Integer.parseInt(typed) : 0;
  }
}
