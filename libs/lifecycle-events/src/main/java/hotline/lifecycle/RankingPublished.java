package hotline.lifecycle;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * The ranking of a period was frozen by a second person and published (发布排名). It never changes;
 * what was wrong is corrected by {@link RankingCorrected}.
 *
 * @param number 0
 * @param asOf until when all of the log was read when the inputs were copied
 * @param cases accepted cases of all units
 * @param inputsHash SHA-256 over the inputs: case by case, what it counts for whom
 * @param submittedBy user id of who had the units check it
 * @param publishedBy user id of who froze it
 * @param units in the order of their tiers, ranked ones first
 */
public record RankingPublished(
    UUID rankingId,
    LocalDate periodFrom,
    LocalDate periodTo,
    int number,
    Instant asOf,
    long cases,
    String inputsHash,
    RankingRule rule,
    String submittedBy,
    Instant submittedAt,
    String publishedBy,
    Instant publishedAt,
    List<RankedUnit> units)
    implements RankingEdition {

  public static final String TYPE = "hotline.ranking.published.v1";

  @Override
  public String type() {
    return TYPE;
  }
}
