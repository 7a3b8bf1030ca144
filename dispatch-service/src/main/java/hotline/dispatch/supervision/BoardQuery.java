package hotline.dispatch.supervision;

import hotline.access.OnGrid;
import hotline.calendar.WorkCalendar;
import hotline.dispatch.limits.LatestStart;
import hotline.dispatch.lists.Cursor;
import hotline.dispatch.lists.Subtree;
import jakarta.persistence.Parameter;
import jakarta.persistence.Query;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;

/**
 * The questions behind one list of the board, as SQL over the open cases alone: their partial index
 * gives them oldest first, and what is open of each comes along another.
 *
 * @param concern null for every case of the red list
 * @param unit path of the unit to whose subtree the list is limited; null for the whole city
 * @param grid path of the grid to which the reader is limited; null for the whole city
 */
record BoardQuery(Concern concern, String unit, String grid, Map<String, Object> moments) {

  private static final String OPEN =
      "c.status in ('REGISTERED', 'SCREENING', 'ANSWERED_DIRECT', 'PENDING_DISPATCH', 'DISPATCHED',"
          + " 'HANDLING', 'PENDING_REVIEW', 'PENDING_CALLBACK', 'REHANDLING', 'ON_HOLD')";

  // A case that waits for screening stands among the others by its registration.
  private static final String AGE = "coalesce(c.accepted_at, c.registered_at), c.case_id";

  // Under review and on hold no clock of the unit runs.
  private static final String RUNS = "a.status not in ('REPLY_SUBMITTED', 'HELD')";

  // In a dispute the unit acts first, from where it stands.
  private static final String STANDS_AT =
      "case a.status when 'IN_DISPUTE' then a.stood_at else a.status end";

  private static final String FACTS =
      "min(a.next_due) filter (where "
          + RUNS
          + ") as pressing, "
          + anyDueBefore(":today")
          + " as due_today, "
          + anyDueBefore(":nextWorkDay")
          + " as forecast, coalesce(bool_or("
          + STANDS_AT
          + " = 'PENDING_SIGN'), false) as unsigned, min(a.disputed_at) as disputed,"
          // The reply of a part waits for the unit above, not for the centre.
          + " min(a.replied_at) filter (where a.status = 'REPLY_SUBMITTED'"
          + " and a.parent_id is null) as waiting";

  private static final String OPEN_TASKS = " from assignment a where a.ended_at is null";

  private static final String FROM =
      " from handled_case c left join lateral (select "
          + FACTS
          + OPEN_TASKS
          + " and a.case_id = c.case_id) t on true";

  // Where rows are read until a page is full, what is on the list for another reason is not asked.
  private static final String ASKED_IF_NEED_BE =
      " cross join lateral (select " + RepeatOf.isRepeated() + " as repeated) p";

  // Two numbers want it of every open case: it is found once of each, with two looks into an index
  // that end at the threshold. One join of all of them would read every request of a busy place.
  private static final String ASKED_ONCE =
      " cross join lateral (select " + RepeatOf.isRepeated() + " as repeated offset 0) p";

  // A case of a unit is one in which it or a unit below it has a task in the present round; what it
  // gave back, or what was taken from it, is no longer its own.
  private static final String OF_UNIT =
      " and exists (select 1 from assignment u where u.case_id = c.case_id and u.round = c.round"
          + " and u.status not in ('RETURNED', 'RECALLED', 'CANCELLED') and "
          + Subtree.of("u.unit_path")
          + ")";

  /** Each clock that runs is asked by itself: another one that has run out does not hide it. */
  private static String anyDueBefore(String end) {
    return "coalesce(bool_or("
        + dueBefore("a.sign_due", end)
        + " and "
        + STANDS_AT
        + " = 'PENDING_SIGN' or "
        + dueBefore("a.contact_due", end)
        + " and "
        + STANDS_AT
        + " in ('PENDING_SIGN', 'SIGNED') or "
        + dueBefore("a.reply_due", end)
        + " and "
        + RUNS
        + "), false)";
  }

  private static String dueBefore(String due, String end) {
    return due + " >= :now and " + due + " < " + end;
  }

  static BoardQuery of(
      Concern concern, String unit, Instant now, SupervisionLimits limits, WorkCalendar calendar) {
    LocalDate today = calendar.dateOf(now);
    Map<String, Object> moments = new HashMap<>();
    moments.put("now", now);
    moments.put("today", startOf(today.plusDays(1), calendar));
    moments.put("nextWorkDay", startOf(calendar.workDayAfter(today, 1).plusDays(1), calendar));
    moments.put("dispatchCut", LatestStart.of(limits.dispatchWithin(), now, calendar));
    moments.put("reviewCut", LatestStart.of(limits.reviewWithin(), now, calendar));
    moments.put("rulingCut", LatestStart.of(limits.rulingWithin(), now, calendar));
    moments.put("repeated", limits.repeated());
    moments.put("failedRounds", limits.failedRounds());
    moments.put("repeatedOfCaller", limits.repeatedOfCaller());
    moments.put("repeatedAtPlace", limits.repeatedAtPlace());
    moments.put("repeatsWithin", limits.repeatsWithinDays());
    return new BoardQuery(concern, unit, null, moments);
  }

  BoardQuery onGrid(String path) {
    return new BoardQuery(concern, unit, path, moments);
  }

  private String limits() {
    return (unit == null ? "" : OF_UNIT)
        + (grid == null ? "" : " and " + OnGrid.sql("c.place_path", ":grid"));
  }

  private static Instant startOf(LocalDate date, WorkCalendar calendar) {
    return date.atStartOfDay(calendar.zone()).toInstant();
  }

  /** One row more than the page has tells whether there is another page. */
  String page(boolean continued, int limit) {
    StringBuilder sql =
        new StringBuilder("select {c.*}, f.title as file_title, d.ended_at as done_at");
    for (Concern each : Concern.values()) {
      sql.append(", coalesce(").append(each.condition()).append(", false) as ").append(each.name());
    }
    // Counted of the rows of the page alone.
    return sql.append(", ")
        .append(RepeatOf.CALLER.count(grid))
        .append(" as of_caller, ")
        .append(RepeatOf.PLACE.count(grid))
        .append(" as at_place")
        .append(FROM)
        .append(ASKED_IF_NEED_BE)
        .append(" left join case_file f on f.case_id = c.case_id")
        // The reply that passed: since then the citizen has to be asked.
        .append(" left join assignment d on d.case_id = c.case_id and d.round = c.round")
        .append(" and d.role = 'LEAD' and d.status = 'DONE'")
        .append(matching())
        .append(continued ? " and (" + AGE + ") > (:due, :id)" : "")
        .append(" order by " + AGE + " limit ")
        .append(limit + 1)
        .toString();
  }

  /** The number of every list with one look at the open cases. */
  String counts() {
    StringBuilder sql = new StringBuilder("select count(*) filter (where ").append(Concern.any());
    for (Concern each : Concern.values()) {
      sql.append("), count(*) filter (where ").append(each.condition());
    }
    return sql.append(") from handled_case c left join (select a.case_id, ")
        .append(FACTS)
        .append(OPEN_TASKS)
        .append(" group by a.case_id) t on t.case_id = c.case_id")
        .append(ASKED_ONCE)
        .append(" where ")
        .append(OPEN)
        .append(limits())
        .toString();
  }

  private String matching() {
    return " where "
        + OPEN
        + " and "
        + (concern == null ? Concern.any() : "(" + concern.condition() + ")")
        + limits();
  }

  /**
   * Sets what the question names.
   *
   * @param after null for the first page and for numbers
   */
  void bind(Query query, Cursor after) {
    Map<String, Object> values = new HashMap<>(moments);
    values.put("unit", unit);
    values.put("grid", grid);
    if (after != null) {
      values.put("due", after.due());
      values.put("id", after.id());
    }
    for (Parameter<?> named : query.getParameters()) {
      query.setParameter(named.getName(), values.get(named.getName()));
    }
  }
}
