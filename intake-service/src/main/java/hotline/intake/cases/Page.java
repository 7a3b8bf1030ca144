package hotline.intake.cases;

import java.util.List;

/** A page of a list, with the exact count of the whole list. */
public record Page<T>(List<T> items, long count, String nextCursor) {}
