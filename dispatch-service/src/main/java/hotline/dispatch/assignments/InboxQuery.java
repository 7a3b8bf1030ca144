package hotline.dispatch.assignments;

import hotline.dispatch.lists.CaseOnGrid;
import hotline.dispatch.lists.Cursor;
import hotline.dispatch.lists.Subtree;
import jakarta.persistence.Query;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The questions behind one tab of the inbox, as SQL. A page is picked from the assignments alone,
 * along an index and unit by unit, and only then joined with what it shows: neither the finished
 * tasks nor a large subtree are read to be sorted.
 *
 * @param unit path of the unit to whose subtree the list is limited; null for the whole city
 * @param grid path of the grid to which the reader is limited; null for the whole city
 * @param alone whether it is limited to that unit without those below it
 */
record InboxQuery(Tab tab, String unit, boolean alone, String grid, String search, Instant now) {

  InboxQuery(Tab tab, String unit, String search, Instant now) {
    this(tab, unit, false, null, search, now);
  }

  private static final String JOINED =
      " from assignment a join handled_case c on c.case_id = a.case_id"
          + " left join case_file f on f.case_id = a.case_id";

  private static final String NUMBER =
      " and (replace(c.case_no, '-', '') like :number or c.external_ref = :theirs)";
  // One character alone has no pair in the index, and every file has the empty set of pairs.
  private static final String TEXT =
      " and bigrams(f.title) @> bigrams(:words) and f.title ilike :text";
  // With a digit it may be the number of another system, too.
  private static final String TEXT_OR_REFERENCE =
      " and a.case_id in (select t.case_id from case_file t where bigrams(t.title) @> bigrams(:words)"
          + " and t.title ilike :text union all select n.case_id from handled_case n"
          + " where n.external_ref = :theirs)";

  boolean searches() {
    return search != null && !search.isBlank();
  }

  /** One row more than the page has tells whether there is another page. */
  String page(boolean continued, int limit) {
    return "select {a.*}, {c.*}, f.title as file_title from ("
        + (searches() ? found(continued, limit) : picked(continued, limit))
        + ") p join assignment a on a.assignment_id = p.assignment_id"
        + " join handled_case c on c.case_id = a.case_id"
        + " left join case_file f on f.case_id = a.case_id"
        + order("a", Integer.MAX_VALUE);
  }

  private String picked(boolean continued, int limit) {
    String rows =
        "select a.assignment_id, a.next_due from assignment a where "
            + tab.condition()
            + onGrid("a");
    if (unit == null) {
      return rows + after(continued) + order("a", limit);
    }
    return "select q.assignment_id from unit u cross join lateral ("
        + rows
        + " and a.unit_path = u.path"
        + after(continued)
        + order("a", limit)
        + ") q where "
        + within("u.path")
        + order("q", limit);
  }

  private String within(String path) {
    return alone ? path + " = :unit" : Subtree.of(path);
  }

  private String found(boolean continued, int limit) {
    return "select a.assignment_id" + JOINED + matching() + after(continued) + order("a", limit);
  }

  /** How many rows a search finds; without one the tab's number is the answer. */
  String count() {
    return "select count(*)" + JOINED + matching();
  }

  private String matching() {
    return " where "
        + tab.condition()
        + (unit == null ? "" : " and " + within("a.unit_path"))
        + onGrid("a")
        + (isNumber() ? NUMBER : mayBeReference() ? TEXT_OR_REFERENCE : TEXT);
  }

  private String after(boolean continued) {
    if (!continued) {
      return "";
    }
    return tab.open()
        ? " and (a.next_due, a.assignment_id) > (:due, :id)"
        : " and a.assignment_id < :id";
  }

  private String order(String table, int limit) {
    String order =
        tab.open()
            ? " order by %1$s.next_due, %1$s.assignment_id"
            : " order by %1$s.assignment_id desc";
    return String.format(order, table)
        + (limit == Integer.MAX_VALUE ? "" : " limit " + (limit + 1));
  }

  /** The number of every tab: of the open ones from one index, of the ended ones from the tally. */
  String counts() {
    StringBuilder sql = new StringBuilder("select ");
    for (Tab each : Tab.values()) {
      if (each.open()) {
        sql.append("count(*) filter (where ").append(each.condition()).append("), ");
      }
    }
    return sql.append("count(*), (")
        .append(grid == null ? tallied() : endedOnGrid())
        .append(") from assignment a where a.ended_at is null")
        .append(unit == null ? "" : " and " + within("a.unit_path"))
        .append(onGrid("a"))
        .toString();
  }

  /** The numbers of a day, of the same open tasks as the tabs. */
  String digest() {
    return Arrays.stream(DigestLine.values())
        .map(line -> "count(*) filter (where " + line.condition() + ")")
        .collect(
            Collectors.joining(
                ", ",
                "select ",
                " from assignment a where a.ended_at is null"
                    + (unit == null ? "" : " and " + within("a.unit_path"))
                    + onGrid("a")));
  }

  private String tallied() {
    return "select cast(coalesce(sum(t.ended), 0) as bigint) from ended_tally t"
        + (unit == null ? "" : " where " + within("t.unit_path"));
  }

  /** The tally is kept by units: on a grid they are counted one by one. */
  private String endedOnGrid() {
    return "select count(*) from assignment e where e.ended_at is not null"
        + (unit == null ? "" : " and " + within("e.unit_path"))
        + onGrid("e");
  }

  private String onGrid(String table) {
    return grid == null ? "" : " and " + CaseOnGrid.of(table + ".case_id");
  }

  /** Sets what the question names. */
  void bind(Query query, String sql, Cursor after) {
    Map<String, Object> values = new HashMap<>();
    values.put("now", now);
    values.put("unit", unit);
    values.put("grid", grid);
    values.putAll(searched());
    Digest.Day day = Digest.Day.of(now);
    values.put("dayBegins", day.begins());
    values.put("dayEnds", day.ends());
    if (after != null) {
      values.put("due", after.due());
      values.put("id", after.id());
    }
    values.forEach(
        (name, value) -> {
          if (sql.contains(":" + name)) {
            query.setParameter(name, value);
          }
        });
  }

  /** What a search looks for, by the names that the questions give it. */
  Map<String, String> searched() {
    if (!searches()) {
      return Map.of();
    }
    String words = search.strip();
    return Map.of(
        "number",
        words.replaceAll("[ -]", "") + "%",
        "words",
        words,
        "theirs",
        words,
        "text",
        "%" + words.replaceAll("([\\\\%_])", "\\\\$1") + "%");
  }

  private boolean mayBeReference() {
    return search.chars().anyMatch(Character::isDigit);
  }

  private boolean isNumber() {
    return search.strip().matches("[0-9 -]+");
  }
}
