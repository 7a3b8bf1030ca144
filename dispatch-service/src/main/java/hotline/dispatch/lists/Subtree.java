package hotline.dispatch.lists;

/** The rows of a unit and of those below it, as SQL that speaks of {@code :unit}. */
public final class Subtree {

  private Subtree() {}

  /**
   * Two ranges instead of LIKE: an index on the path serves them whatever the plan was made for.
   * '0' is the character after '/'.
   */
  public static String of(String path) {
    return String.format("(%1$s = :unit or (%1$s > :unit || '/' and %1$s < :unit || '0'))", path);
  }
}
