package hotline.dispatch.directory;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Who changed a category or place when.
 *
 * @param version the one that it has since
 * @param changedBy user id of the keeper
 * @param before null of one that was added
 */
@Schema(name = "BranchChange")
public record BranchChange(
    long version, Instant changedAt, String changedBy, boolean byFile, Said before, Said after) {

  /** What was said of it; a place has no English name. */
  @Schema(name = "BranchSaid")
  public record Said(String nameZh, String nameEn, boolean active) {}
}
