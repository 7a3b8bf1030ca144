package hotline.evaluation.callbacks;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What one look at a tab gave.
 *
 * @param counts of all tabs, from the same statement
 * @param nextCursor null when this page is the last
 */
public record TabRows<T>(List<T> items, Map<String, Long> counts, String nextCursor) {

  /** What is read from a row. */
  @FunctionalInterface
  public interface Reading<R> {
    R from(ResultSet row) throws SQLException;
  }

  /**
   * Reads rows that each have the counts beside them; the one row more than {@code limit} that was
   * asked for tells whether there is a next page.
   *
   * @param id column of the row's id, by which the tab is ordered after {@code page_time}; null in
   *     the only row of a tab without any
   */
  public static <T> TabRows<T> read(
      ResultSet row, String id, int limit, Reading<Map<String, Long>> counts, Reading<T> item)
      throws SQLException {
    List<T> items = new ArrayList<>();
    Map<String, Long> counted = Map.of();
    PageCursor last = null;
    while (row.next()) {
      counted = counted.isEmpty() ? counts.from(row) : counted;
      UUID one = row.getObject(id, UUID.class);
      if (one == null) {
        continue;
      }
      if (items.size() == limit) {
        return new TabRows<>(items, counted, last.format());
      }
      items.add(item.from(row));
      last = new PageCursor(row.getObject("page_time", OffsetDateTime.class).toInstant(), one);
    }
    return new TabRows<>(items, counted, null);
  }
}
