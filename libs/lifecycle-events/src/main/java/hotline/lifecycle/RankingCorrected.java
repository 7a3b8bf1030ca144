package hotline.lifecycle;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * A numbered erratum to a published ranking (更正), counted anew by the rule of the ranking and
 * confirmed by a second person.
 *
 * @param number 1 for the first erratum of the ranking
 * @param words why, as it is published; about no person
 * @param submittedBy user id of who proposed it
 * @param publishedBy user id of who confirmed it
 * @param cases accepted cases of all units
 * @param corrections every line that differs from how it stood after the erratum before
 */
public record RankingCorrected(
    UUID rankingId,
    LocalDate periodFrom,
    LocalDate periodTo,
    int number,
    Instant asOf,
    long cases,
    String inputsHash,
    ErratumReason reason,
    String words,
    String submittedBy,
    Instant submittedAt,
    String publishedBy,
    Instant publishedAt,
    List<Correction> corrections)
    implements RankingEdition {

  public static final String TYPE = "hotline.ranking.corrected.v1";

  /**
   * The line of a unit as it stands from now on. How it stood is in what was published before, so
   * that an erratum to every line is not larger than the ranking.
   *
   * @param after null for a unit that has none any longer
   */
  public record Correction(String unitId, RankedUnit after) {}

  @Override
  public String type() {
    return TYPE;
  }
}
