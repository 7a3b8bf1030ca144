package hotline.dispatch.directory;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What is directly below one category or place, in order of code.
 *
 * @param count of all that is there, switched off or not; {@code active} of those in use
 * @param way all above, from the top, the one asked for at the end
 * @param digitsBelow how long a code there is
 */
@Schema(name = "BranchPage")
public record BranchPage(
    List<Line> items,
    long count,
    long active,
    String nextCursor,
    List<Above> way,
    Integer digitsBelow) {

  /**
   * One of them.
   *
   * @param below how many are directly below it, {@code activeBelow} of them in use
   * @param changedAt null of what was delivered and never changed
   */
  @Schema(name = "BranchLine")
  public record Line(
      String code,
      String parentCode,
      String nameZh,
      String nameEn,
      String level,
      boolean deepest,
      boolean active,
      long version,
      Instant changedAt,
      String changedBy,
      long below,
      long activeBelow) {}

  /** One above. */
  @Schema(name = "BranchAbove")
  public record Above(String code, String nameZh, String nameEn, boolean active) {}

  /** The history of one. */
  @Schema(name = "BranchChanges")
  public record Changes(List<BranchChange> items, long count, String nextCursor) {}
}
