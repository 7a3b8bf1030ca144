package hotline.reporting.ranking;

import hotline.lifecycle.ErratumReason;
import hotline.lifecycle.RankedUnit;
import hotline.lifecycle.RankingRule;
import hotline.reporting.directory.DirectoryNames;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A ranking as its reader may see it.
 *
 * @param rankingId null of a preview, which is kept nowhere
 * @param version for the next act; null of a preview
 * @param inputsHash SHA-256 over the inputs; null of a preview
 * @param inputsKept whether the cases behind the numbers can be listed; not of a ranking that was
 *     heard again from the topic
 * @param takenBy user id of who took the copy of the inputs that counts; freezes nothing
 * @param remainingWorkMinutes work time until {@code checkUntil}, below zero when it has passed;
 *     null when it is not in check
 * @param openObjections how many wait for a decision; null for units
 * @param lines of the units that the reader may see, in the order of tiers and ranks
 * @param waiting an erratum that waits for the second person; for the centre alone
 * @param copyFailure of COPY_FAILED alone
 */
@Schema(name = "Ranking")
public record RankingView(
    UUID rankingId,
    LocalDate periodFrom,
    LocalDate periodTo,
    Status status,
    Long version,
    RankingRule rule,
    Instant asOf,
    long cases,
    String inputsHash,
    boolean inputsKept,
    String submittedBy,
    Instant submittedAt,
    String takenBy,
    Instant checkUntil,
    Long remainingWorkMinutes,
    boolean openToObjections,
    String publishedBy,
    Instant publishedAt,
    Long openObjections,
    List<Line> lines,
    List<Erratum> errata,
    Waiting waiting,
    CopyFailure copyFailure) {

  /** Why the inputs could not be copied, in words for people. */
  @Schema(name = "RankingCopyFailure")
  public record CopyFailure(String code, String zh, String en, Instant at) {}

  /** How it stands. */
  @Schema(name = "RankingStatus")
  public enum Status {
    PREVIEW,
    /** Its inputs are being copied; for the centre alone. */
    COPYING,
    /** They could not be; for the centre alone. */
    COPY_FAILED,
    CHECK,
    PUBLISHED,
    TAKEN_BACK
  }

  /**
   * The line of a unit.
   *
   * @param own whether the reader may object for it
   * @param ranked as it is, or as it was published; of a unit that an erratum added, its line by
   *     that one
   * @param corrected as it stands after the errata; null where none changed it, and for a unit that
   *     was added or removed
   * @param erratum what errata did to it; null for nothing
   * @param erratumNumber of the last one that did; null for none
   */
  @Schema(name = "RankingLine")
  public record Line(
      String unitName,
      boolean own,
      RankedUnit ranked,
      RankedUnit corrected,
      Corrected erratum,
      Integer erratumNumber) {}

  /** What errata did to a line. */
  @Schema(name = "RankingLineCorrected")
  public enum Corrected {
    CHANGED,
    ADDED,
    REMOVED
  }

  /** A numbered erratum, with old and new lines. */
  @Schema(name = "RankingErratum")
  public record Erratum(
      int number,
      ErratumReason reason,
      String words,
      String inputsHash,
      Instant asOf,
      String publishedBy,
      Instant publishedAt,
      List<Changed> changed) {}

  /** What was proposed and is not published. */
  @Schema(name = "RankingErratumWaiting")
  public record Waiting(
      int number,
      ErratumReason reason,
      String words,
      String proposedBy,
      Instant proposedAt,
      List<Changed> changed) {}

  /**
   * A line that differs.
   *
   * @param before null for a unit that had none
   * @param after null for a unit that has none any longer
   */
  @Schema(name = "RankingLineChanged")
  public record Changed(String unitId, String unitName, RankedUnit before, RankedUnit after) {

    static List<Changed> of(
        List<Published.Change> changes, Map<String, DirectoryNames.Unit> units) {
      return changes.stream()
          .map(
              one ->
                  new Changed(
                      one.unitId(),
                      DirectoryNames.name(one.unitId(), units),
                      one.before(),
                      one.after()))
          .toList();
    }
  }
}
