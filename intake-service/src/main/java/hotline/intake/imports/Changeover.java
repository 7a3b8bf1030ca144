package hotline.intake.imports;

import hotline.access.Violations;
import hotline.intake.cases.Registration;
import hotline.intake.cases.RegistrationRules;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/**
 * The days in which the open cases of one old system are taken over (旧系统转入期). Opened by one person
 * and confirmed by another before anything is written: nobody back-dates alone.
 *
 * @param system the old system, which is the source of every line
 * @param cutOver from when requests were registered here: each line was received before
 * @param latestDue no original due time lies after it
 * @param endsAt from when nothing is taken over any more
 * @param confirmedBy null while nobody has confirmed it
 */
record Changeover(
    UUID id,
    String system,
    Instant cutOver,
    Instant latestDue,
    Instant endsAt,
    String openedBy,
    Instant openedAt,
    String confirmedBy,
    Instant confirmedAt) {

  static final Duration LONGEST = Duration.ofDays(30);

  /**
   * @param cutOver as the other times, null when it was not readable
   * @param longestPromise how long after the cut-over anything was promised there at most
   */
  static void check(
      Violations violations,
      String system,
      Instant cutOver,
      Instant latestDue,
      Instant endsAt,
      Duration longestPromise,
      Instant now) {
    violations.required(system, "system");
    RegistrationRules.reference(violations, system, "system");
    if (endsAt != null) {
      violations
          .require(
              endsAt.isAfter(now),
              "endsAt",
              "in-the-past",
              "转入截止时间须晚于现在。",
              "The end of the changeover lies ahead.")
          .require(
              cutOver == null || endsAt.isAfter(cutOver),
              "endsAt",
              "before-cut-over",
              "转入截止时间须晚于切换时间。",
              "It ends after the cut-over.")
          .require(
              cutOver == null || !endsAt.isAfter(cutOver.plus(LONGEST)),
              "endsAt",
              "too-long",
              "转入期最长为切换后 " + LONGEST.toDays() + " 天。",
              "It ends at most " + LONGEST.toDays() + " days after the cut-over.");
    }
    if (latestDue != null && cutOver != null) {
      violations
          .require(
              latestDue.isAfter(cutOver),
              "latestDue",
              "before-cut-over",
              "最晚原办结时限须晚于切换时间。",
              "The latest original due time lies after the cut-over.")
          .require(
              !latestDue.isAfter(cutOver.plus(longestPromise)),
              "latestDue",
              "too-late",
              "最晚原办结时限不能晚于切换后 " + longestPromise.toDays() + " 天。",
              "The latest original due time is at most "
                  + longestPromise.toDays()
                  + " days after the cut-over.");
    }
  }

  /** Refuses who opened it, and what is confirmed or over. */
  void requireConfirmable(String userId, Instant now) {
    if (openedBy.equals(userId)) {
      throw new ChangeoverByOnePerson();
    }
    if (confirmedBy != null) {
      throw ChangeoverNotOpen.confirmedAlready();
    }
    requireNotOver(now);
  }

  /** Refuses to write before another person has confirmed it, and after its end. */
  void requireOpen(Instant now) {
    requireNotOver(now);
    if (confirmedBy == null) {
      throw ChangeoverNotOpen.unconfirmed();
    }
  }

  void requireNotOver(Instant now) {
    if (isOver(now)) {
      throw ChangeoverNotOpen.over(endsAt);
    }
  }

  boolean isOver(Instant now) {
    return !now.isBefore(endsAt);
  }

  /** What of a line lies outside of it. */
  void check(Violations violations, Registration line, Instant due) {
    violations
        .require(
            line.externalSource() == null || system.equals(line.externalSource()),
            "externalSource",
            "other-system",
            "来源系统须与本次转入的旧系统一致：" + system + "。",
            "The source is the old system of this changeover: " + system + ".")
        .require(
            line.receivedAt().isBefore(cutOver),
            "receivedAt",
            "after-cut-over",
            "受理时间须早于切换时间；切换之后的诉求请在本系统登记。",
            "Received before the cut-over; what came in later is registered here.")
        .require(
            due == null || !due.isAfter(latestDue),
            "originalDue",
            "too-late",
            "原办结时限晚于本次转入登记的最晚时限，请核对。",
            "The original due time lies after the latest one of this changeover; check it.");
  }

  Changeover confirmed(String by, Instant at) {
    return new Changeover(id, system, cutOver, latestDue, endsAt, openedBy, openedAt, by, at);
  }
}
