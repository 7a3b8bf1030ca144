package hotline.calendar;

import hotline.calendar.Explanation.Remark;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The sentences of an explanation that concern the whole. */
final class Remarks {

  private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

  private Remarks() {}

  static List<Remark> of(
      ClockTerms terms, WorkCalendar calendar, List<CalendarYearMissing> warnings) {
    List<Remark> remarks = new ArrayList<>();
    remarks.add(rule(terms.rule()));
    List<Extension> granted = new ArrayList<>();
    List<Extension> ordered = new ArrayList<>(terms.extensions());
    ordered.sort(Comparator.comparing(Extension::approvedAt));
    for (Extension extension : ordered) {
      Instant dueBefore = DueTime.compute(terms.withExtensions(granted), calendar);
      remarks.add(extension(extension, dueBefore, calendar));
      granted.add(extension);
    }
    for (CalendarYearMissing warning : warnings) {
      remarks.add(new Remark(Remark.Topic.CALENDAR_YEAR_MISSING, warning.zh(), warning.en()));
    }
    return remarks;
  }

  private static Remark rule(LimitRule rule) {
    return new Remark(
        Remark.Topic.RULE,
        "时限" + rule.limit().zh() + "，" + rule.startRule().zh() + "，" + rule.endRule().zh(),
        "Limit " + rule.limit().en() + ", " + rule.startRule().en() + ", " + rule.endRule().en());
  }

  /** An approval after the due time extends it, and remains late: both facts are said. */
  private static Remark extension(Extension extension, Instant dueBefore, WorkCalendar calendar) {
    String approved = text(extension.approvedAt(), calendar);
    String zh = "延期" + extension.by().zh() + "，" + approved + "批准";
    String en = "Extended by " + extension.by().en() + ", approved " + approved;
    if (DueTime.isOnTime(extension.approvedAt(), dueBefore)) {
      return new Remark(Remark.Topic.EXTENSION, zh, en);
    }
    String due = text(dueBefore, calendar);
    return new Remark(
        Remark.Topic.EXTENSION_APPROVED_LATE,
        zh + "，晚于原期限" + due,
        en + ", after it was due " + due);
  }

  private static String text(Instant instant, WorkCalendar calendar) {
    return instant.atZone(calendar.zone()).format(MINUTE);
  }
}
