package hotline.intake.cases;

import java.util.List;
import java.util.function.Function;

/** A page of a list, with the exact count of the whole list. */
public record Page<T>(List<T> items, long count, String nextCursor) {

  /**
   * What was asked for of rows that were read one too many, which says that there are more.
   *
   * @param cursor of the last row that is shown
   */
  public static <T> Page<T> of(
      List<T> oneTooMany, long count, PageRequest asked, Function<T, String> cursor) {
    boolean more = oneTooMany.size() > asked.limit();
    List<T> shown = List.copyOf(more ? oneTooMany.subList(0, asked.limit()) : oneTooMany);
    return new Page<>(shown, count, more ? cursor.apply(shown.get(shown.size() - 1)) : null);
  }
}
