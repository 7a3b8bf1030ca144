package hotline.intake.outages;

import hotline.access.Violations;
import hotline.intake.cases.CaseOrigin;
import hotline.intake.cases.FormText;
import hotline.intake.cases.Registration;
import hotline.intake.cases.RegistrationRules;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * Hours in which the system was away (停用时段). What was taken down on paper in them is typed in
 * afterwards with its true time, by others than who opened them: nobody back-dates alone.
 *
 * @param code the source of its forms: {@code PAPER-202611300500}
 * @param begin the first moment of it
 * @param end the first moment after it
 * @param typedUntil until when its forms may be typed in
 * @param registeredLive how many requests were registered as they came in during it
 */
record Outage(
    UUID id,
    String code,
    String reason,
    Instant begin,
    Instant end,
    Instant typedUntil,
    long registeredLive,
    String openedBy,
    Instant openedAt) {

  private static final int LONGEST_REASON = 100;

  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("yyyyMMddHHmm").withZone(ZoneId.of("Asia/Shanghai"));

  private static final Pattern CODE = Pattern.compile("PAPER-\\d{12}");

  static boolean isCode(String typed) {
    return CODE.matcher(typed).matches();
  }

  static String codeOf(Instant begin) {
    return "PAPER-" + MINUTE.format(begin);
  }

  /**
   * Refuses hours that are not over, or so long ago that nothing of them can be typed in.
   *
   * @param begin null when it was not readable
   * @param within how long after the end forms are typed in
   */
  static void check(
      Violations violations,
      String reason,
      Instant begin,
      Instant end,
      Duration within,
      Instant now) {
    FormText.require(violations, reason, LONGEST_REASON, "reason");
    if (begin != null && end != null) {
      violations
          .require(
              begin.isBefore(end), "to", "before-begin", "结束时间须晚于开始时间。", "It ends after it began.")
          .require(
              !end.isAfter(begin.plus(within)),
              "from",
              "too-long",
              "一个停用时段最长 " + hours(within) + " 小时，请核对开始时间，或分段开通。",
              "An outage has at most "
                  + hours(within)
                  + " hours; check its begin, or open it in parts.")
          .require(
              !end.isAfter(now),
              "to",
              "in-the-future",
              "系统恢复后再开通补录，结束时间不能晚于现在。",
              "Forms are typed in once the system is back: the end lies not ahead.")
          .require(
              end.plus(within).isAfter(now),
              "to",
              "too-old",
              "停用结束已超过补录期限（" + hours(within) + " 小时），不能再开通补录。",
              "It ended more than "
                  + hours(within)
                  + " hours ago: its forms are not typed in any more.");
    }
  }

  /** Whether forms may be typed in. */
  boolean takesForms(Instant now) {
    return now.isBefore(typedUntil);
  }

  /** Refuses who opened it, and forms that come too late. */
  void requireTypist(String userId, Instant now) {
    if (openedBy.equals(userId)) {
      throw new FormByOnePerson();
    }
    if (!takesForms(now)) {
      throw new OutageIsOver(typedUntil);
    }
  }

  /**
   * A form of it, as the rules of a registration have found it good.
   *
   * @param timeTold whether the form gave a time; without one it would be now
   * @param paperNo the number on the form
   */
  Registration form(
      Registration complete,
      boolean timeTold,
      String paperNo,
      String timeField,
      String numberField) {
    Violations violations = new Violations();
    violations.required(paperNo, numberField);
    String number = RegistrationRules.reference(violations, paperNo, numberField);
    violations
        .require(timeTold, timeField, "required", "补录须填写真实受理时间。", "The true time is needed.")
        .require(
            !timeTold
                || !complete.receivedAt().isBefore(begin) && complete.receivedAt().isBefore(end),
            timeField,
            "outside-outage",
            "真实受理时间不在该停用时段内，请核对纸质单和批次。",
            "The true time does not lie in the hours of this outage; check the form and the outage.");
    violations.throwIfAny();
    return complete.from(code, number).enteredLater(CaseOrigin.paper());
  }

  private static long hours(Duration within) {
    return within.toHours();
  }
}
