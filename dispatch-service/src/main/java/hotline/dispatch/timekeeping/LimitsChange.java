package hotline.dispatch.timekeeping;

import hotline.access.Violations;
import hotline.calendar.ClockTerms;
import hotline.calendar.DueTime;
import hotline.calendar.LightRule;
import hotline.calendar.LimitRule;
import hotline.calendar.LimitUnit;
import hotline.calendar.WorkCalendar;
import hotline.dispatch.limits.LimitPolicy.Limited;
import hotline.dispatch.limits.LimitRow;
import hotline.lifecycle.CaseKind;
import hotline.lifecycle.Urgency;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A whole table of limits that an administrator puts into force.
 *
 * @param preset the shipped table it was taken from; null for none
 * @param rows null for those of the preset
 * @param light null for what is in force
 * @param openCases whether open tasks follow it as well; null for no
 * @param reason why; needed to adopt, not to preview
 */
@Schema(name = "LimitsChange")
public record LimitsChange(
    String preset, List<LimitRow> rows, LightEntry light, Boolean openCases, String reason) {

  private static final int MOST_ROWS = 300;
  private static final int MOST_TIMES = 99;
  private static final List<Limited> WITHIN_THE_REPLY =
      List.of(Limited.SIGN, Limited.CONTACT, Limited.RETURN);
  private static final WorkCalendar ORDINARY_WEEK = WorkCalendar.builder().build();
  private static final Instant MONDAY = Instant.parse("2026-11-08T16:00:00Z");

  boolean forOpenCases() {
    return Boolean.TRUE.equals(openCases);
  }

  void requireReason() {
    new Violations()
        .required(reason, "reason")
        .atMost(reason, CalendarChange.LONGEST_REASON, "reason")
        .throwIfAny();
  }

  /** What it makes of the lights in force. */
  LightRule lightAfter(LightRule inForce) {
    if (light == null) {
      return inForce;
    }
    Violations wrong = new Violations();
    light.check(wrong);
    wrong.throwIfAny();
    return light.rule();
  }

  /** Refuses a table with which cases could not be handled, saying all that is wrong. */
  static void check(List<LimitRow> rows) {
    Violations wrong = new Violations();
    wrong.require(
        rows != null && !rows.isEmpty(),
        "rows",
        "required",
        "请填写时限表，或选择一个预设方案。",
        "Give the table of limits, or choose a preset.");
    wrong.require(
        rows == null || rows.size() <= MOST_ROWS,
        "rows",
        "too-many",
        "最多 " + MOST_ROWS + " 行。",
        "At most " + MOST_ROWS + " rows.");
    wrong.throwIfAny();
    checkEach(wrong, rows);
    wrong.throwIfAny();
    checkTogether(wrong, rows);
    wrong.throwIfAny();
  }

  private static void checkEach(Violations wrong, List<LimitRow> rows) {
    Set<List<Object>> seen = new HashSet<>();
    for (int i = 0; i < rows.size(); i++) {
      LimitRow row = rows.get(i);
      String field = "rows[" + i + "]";
      if (row == null || row.urgency() == null || row.clock() == null || row.limit() == null) {
        wrong.add(
            field,
            "incomplete",
            "每一行都要有紧急程度 urgency、时限种类 clock、时限 limit。",
            "Each row needs an urgency, a clock and a limit.");
        continue;
      }
      boolean readable = Refused.by(wrong, field + ".limit", row::rule);
      wrong.require(
          !readable
              || row.clock() != Limited.EXTENSION
              || row.rule().limit().unit() == LimitUnit.WORK_DAY,
          field + ".limit",
          "not-work-days",
          "延期以工作日计，例如 5wd。",
          "An extension is given in work days, such as 5wd.");
      wrong.require(
          row.times() == null || (row.times() > 0 && row.times() <= MOST_TIMES),
          field + ".times",
          "not-a-number-of-times",
          "次数应在 1 至 " + MOST_TIMES + " 之间；不限次数请留空。",
          "From 1 to " + MOST_TIMES + " times; leave it empty for any number.");
      wrong.require(
          seen.add(Arrays.asList(row.kind(), row.urgency(), row.clock())),
          field,
          "said-twice",
          "同一类型、紧急程度和时限出现两次。",
          "A limit of a kind and urgency is given twice.");
    }
  }

  /** Every case needs its limits, whatever its kind; what surely cannot be is refused. */
  private static void checkTogether(Violations wrong, List<LimitRow> rows) {
    for (Urgency urgency : Urgency.values()) {
      for (CaseKind kind : CaseKind.values()) {
        LimitRow reply = find(rows, kind, urgency, Limited.REPLY);
        String whose = "「" + kind.zh() + "·" + urgency.zh() + "」";
        String of = kind.en() + ", " + urgency.en();
        for (Limited needed : List.of(Limited.SIGN, Limited.REPLY)) {
          wrong.require(
              find(rows, kind, urgency, needed) != null,
              "rows",
              "missing",
              whose + "缺少" + zh(needed) + "时限。",
              "There is no limit of " + needed + " for " + of + ".");
        }
        if (reply == null) {
          continue;
        }
        for (Limited clock : WITHIN_THE_REPLY) {
          LimitRow row = find(rows, kind, urgency, clock);
          wrong.require(
              row == null || !surelyLonger(row.rule(), reply.rule()),
              "rows[" + rows.indexOf(row) + "].limit",
              "longer-than-reply",
              whose + "的" + zh(clock) + "时限长于答复时限。",
              "The limit of " + clock + " for " + of + " is longer than that of the reply.");
        }
      }
    }
  }

  private static LimitRow find(List<LimitRow> rows, CaseKind kind, Urgency urgency, Limited clock) {
    LimitRow found = null;
    for (LimitRow row : rows) {
      if (row.urgency() == urgency && row.clock() == clock) {
        if (row.kind() == kind) {
          return row;
        }
        found = row.kind() == null ? row : found;
      }
    }
    return found;
  }

  /** Longer whenever it begins, in each hour of an ordinary week. */
  private static boolean surelyLonger(LimitRule one, LimitRule other) {
    for (int hour = 0; hour < 7 * 24; hour++) {
      Instant start = MONDAY.plus(Duration.ofHours(hour));
      if (!due(start, one).isAfter(due(start, other))) {
        return false;
      }
    }
    return true;
  }

  private static Instant due(Instant start, LimitRule rule) {
    return DueTime.compute(ClockTerms.of(start, rule), ORDINARY_WEEK);
  }

  private static String zh(Limited clock) {
    return switch (clock) {
      case SIGN -> "签收";
      case CONTACT -> "先行联系";
      case REPLY -> "答复";
      case REHANDLE -> "二次办理";
      case RETURN -> "退单";
      case EXTENSION -> "延期";
      case HOLD -> "挂起";
    };
  }
}
