package hotline.reporting.daily;

import hotline.access.Invalid;
import hotline.lifecycle.AssignmentRole;
import hotline.lifecycle.DeadlineKind;
import hotline.lifecycle.EventType;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What the report of a day counts: the cases to which something happened on that day. */
public enum DailyFlow {
  REGISTERED("registered", EventType.CASE_REGISTERED),
  /** What the centre answers at once it has accepted by that. */
  ACCEPTED("accepted", EventType.CASE_ACCEPTED, EventType.CASE_ANSWERED_DIRECT),
  ANSWERED_DIRECT("direct", EventType.CASE_ANSWERED_DIRECT),
  REFUSED("refused", EventType.CASE_REFUSED),
  TRANSFERRED("transferred", EventType.CASE_TRANSFERRED_OUT),
  DISPATCHED("dispatched", EventType.ASSIGNMENT_CREATED),
  RETURNED("returned", EventType.ASSIGNMENT_RETURNED),
  REPLIED("replied", EventType.ASSIGNMENT_REPLY_SUBMITTED),
  CLOSED("closed", EventType.CASE_CLOSED),
  REHANDLED("rehandled", EventType.CASE_REHANDLE_ORDERED),
  REOPENED("reopened", EventType.CASE_REOPENED),
  WITHDRAWN("withdrawn", EventType.CASE_WITHDRAWN),
  URGED("urged", EventType.CASE_URGED),
  /**
   * The time of the reply ran out for the unit in the lead, on the day on which that was
   * established: the printed number of a day does not grow by what a standing service says of it
   * afterwards.
   */
  OVERDUE("overdue", EventType.DEADLINE_MISSED) {
    @Override
    String happened() {
      return super.happened()
          + " AND data->>'deadline' = '"
          + DeadlineKind.REPLY
          + "' AND data->>'role' = '"
          + AssignmentRole.LEAD
          + "'";
    }
  },
  SUPERVISED("supervised", EventType.SUPERVISION_OPENED);

  private final String code;
  private final List<EventType> facts;

  DailyFlow(String code, EventType... facts) {
    this.code = code;
    this.facts = List.of(facts);
  }

  static DailyFlow of(String name) {
    return Arrays.stream(values())
        .filter(flow -> flow.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new Invalid(
                    "flow",
                    "unknown-value",
                    "没有这一项。可选：" + names("、") + "。",
                    "There is no such number. Possible: " + names(", ") + "."));
  }

  private static String names(String separator) {
    return Arrays.stream(values()).map(Enum::name).collect(Collectors.joining(separator));
  }

  /** Column of the statement. */
  String code() {
    return code;
  }

  /**
   * Code and version of what it counts. A formula that changes gets the next version here and in
   * the definitions; editions keep the one by which they were counted.
   */
  String definition() {
    return "daily." + name().toLowerCase(Locale.ROOT) + ".v1";
  }

  /** Condition of SQL on a row of the timeline. */
  String happened() {
    return "type IN ("
        + facts.stream().map(fact -> "'" + fact.wireName() + "'").collect(Collectors.joining(", "))
        + ")";
  }

  static String counted() {
    return Arrays.stream(values())
        .map(
            flow ->
                "count(DISTINCT case_id) FILTER (WHERE " + flow.happened() + ") AS " + flow.code)
        .collect(Collectors.joining(", "));
  }

  static String listed() {
    return Arrays.stream(values())
        .map(
            flow ->
                "array_agg(DISTINCT case_no) FILTER (WHERE "
                    + flow.happened()
                    + ") AS "
                    + flow.code)
        .collect(Collectors.joining(", "));
  }
}
