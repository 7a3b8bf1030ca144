package hotline.dispatch.lists;

import hotline.access.Scope;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.hibernate.Session;
import org.hibernate.query.NativeQuery;

/**
 * A list with tabs, first due first: the page of one tab, and the exact number of every tab.
 *
 * @param from what is counted, with its aliases
 * @param due column by which it is sorted
 * @param id column that tells rows of one moment apart
 */
public record TabbedList<T extends Enum<T> & ListTab>(
    Class<T> tabs, String from, String due, String id) {

  /**
   * Which rows the actor may see.
   *
   * @param only SQL that follows the condition of a tab; empty for all
   * @param values of what the conditions may speak of
   */
  public record Asked(String only, Map<String, Object> values) {

    public static Asked all(Instant now) {
      return new Asked("", Map.of("now", now));
    }

    /**
     * @param only SQL that limits the list to this unit; not used when there is none
     */
    public static Asked of(String unit, String only, Instant now) {
      return unit == null ? all(now) : new Asked(only, Map.of("now", now, "unit", unit));
    }

    /**
     * Without what lies outside the grid to which the actor is limited.
     *
     * @param caseId SQL that says the case of a row
     */
    public Asked onGridOf(Scope scope, String caseId) {
      String grid = scope.sqlGridPathPrefix().orElse(null);
      if (grid == null) {
        return this;
      }
      Map<String, Object> narrowed = new HashMap<>(values);
      narrowed.put("grid", grid);
      return new Asked(only + " and " + CaseOnGrid.of(caseId), narrowed);
    }

    private void bind(NativeQuery<?> query, String sql) {
      values.forEach(
          (name, value) -> {
            if (sql.contains(":" + name)) {
              query.setParameter(name, value);
            }
          });
    }
  }

  /**
   * One row more than the limit tells whether there is another page.
   *
   * @param joins what the page shows beside what is counted
   */
  public NativeQuery<Object[]> page(
      Session session, String columns, String joins, T tab, Asked asked, Cursor after, int limit) {
    String sql =
        "select "
            + columns
            + " from "
            + from
            + joins
            + " where "
            + tab.condition()
            + asked.only()
            + (after == null ? "" : String.format(" and (%s, %s) > (:due, :id)", due, id))
            + String.format(" order by %s, %s limit %d", due, id, limit + 1);
    NativeQuery<Object[]> query = session.createNativeQuery(sql, Object[].class);
    asked.bind(query, sql);
    if (after != null) {
      query.setParameter("due", after.due()).setParameter("id", after.id());
    }
    return query;
  }

  /** By the names of the tabs, in their order. */
  public Map<String, Long> counts(Session session, Asked asked) {
    StringBuilder sql = new StringBuilder();
    for (T tab : tabs.getEnumConstants()) {
      sql.append(sql.isEmpty() ? "select " : ", ");
      sql.append("count(*) filter (where ").append(tab.condition()).append(")");
    }
    sql.append(" from ").append(from).append(" where true").append(asked.only());
    NativeQuery<Object[]> query = session.createNativeQuery(sql.toString(), Object[].class);
    asked.bind(query, sql.toString());
    Object[] row = query.getSingleResult();
    Map<String, Long> counts = new LinkedHashMap<>();
    for (T tab : tabs.getEnumConstants()) {
      counts.put(tab.wireName(), ((Number) row[tab.ordinal()]).longValue());
    }
    return counts;
  }
}
