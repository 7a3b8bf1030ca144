package hotline.intake.knowledge;

import hotline.intake.cases.Page;
import hotline.intake.cases.PageRequest;
import java.util.List;

/** Cursors of short lists whose order is of the moment: how many rows were seen. */
final class Offset {
  private static final int MOST = 10_000;

  private Offset() {}

  static int of(PageRequest page) {
    if (page.cursor() == null) {
      return 0;
    }
    if (!page.cursor().matches("[0-9]{1,5}") || Integer.parseInt(page.cursor()) > MOST) {
      throw page.badCursor();
    }
    return Integer.parseInt(page.cursor());
  }

  static <T> Page<T> page(List<T> shown, long total, int from) {
    int seen = from + shown.size();
    return new Page<>(
        shown,
        total,
        !shown.isEmpty() && seen < total && seen <= MOST ? Integer.toString(seen) : null);
  }
}
