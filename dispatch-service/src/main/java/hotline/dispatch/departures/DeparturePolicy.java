package hotline.dispatch.departures;

import hotline.access.Violations;
import hotline.dispatch.assignments.CityTime;
import java.time.Instant;
import java.time.LocalDate;

/** From when somebody may leave, and who may follow. */
final class DeparturePolicy {

  static final int LONGEST_REASON = 200;
  private static final int MOST_DAYS_AHEAD = 92;

  private DeparturePolicy() {}

  /**
   * @param from null for now
   */
  static void check(
      Violations wrong,
      UnitPerson leaver,
      UnitPerson successor,
      LocalDate from,
      String reason,
      Instant now) {
    LocalDate today = now.atZone(CityTime.CITY).toLocalDate();
    wrong
        .require(
            leaver != null,
            "leaverRef",
            "unknown-person",
            "该单位名下没有此人经手的事项。请从人员列表中选择；已移交的无需再次移交。",
            "Nothing of this unit is in this person's hands. Choose somebody of the list; what has"
                + " moved needs not move again.")
        .require(
            successor != null,
            "successorRef",
            "unknown-person",
            "请从本单位人员列表中选择接任人；未在列的先登记职务或可代班。",
            "Choose the successor from the people of the unit; who is not listed says the own post"
                + " first, as a leader or as a deputy.")
        .require(
            leaver == null || successor == null || !leaver.userRef().equals(successor.userRef()),
            "successorRef",
            "same-person",
            "接任人不能是离岗人本人，请另选。",
            "Who leaves does not take over. Choose somebody else.")
        .require(
            from == null || !from.isBefore(today),
            "from",
            "in-the-past",
            "离岗日期不能早于今天。留空表示立即移交。",
            "It cannot be before today. Leave the day empty for now.")
        .require(
            from == null || !from.isAfter(today.plusDays(MOST_DAYS_AHEAD)),
            "from",
            "too-far-ahead",
            "离岗日期最迟为 " + MOST_DAYS_AHEAD + " 天内。",
            "At most " + MOST_DAYS_AHEAD + " days ahead.")
        .required(reason, "reason")
        .atMost(reason, LONGEST_REASON, "reason");
  }

  /** The beginning of that day of the city; now, when it is today or none is said. */
  static Instant effective(LocalDate from, Instant now) {
    Instant begins = from == null ? now : from.atStartOfDay(CityTime.CITY).toInstant();
    return begins.isAfter(now) ? begins : now;
  }
}
