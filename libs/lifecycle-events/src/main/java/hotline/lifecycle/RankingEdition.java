package hotline.lifecycle;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * What was published of the ranking of a period (排名): the ranking itself, or a numbered erratum to
 * it.
 */
public sealed interface RankingEdition permits RankingPublished, RankingCorrected {

  UUID rankingId();

  /** First day of the period (Asia/Shanghai). */
  LocalDate periodFrom();

  /** First day that is no longer in it. */
  LocalDate periodTo();

  /** 0 for the ranking, then the numbers of its errata. */
  int number();

  Instant publishedAt();

  /** The CloudEvents type. */
  String type();

  /** The key of the record: what was said of one period is in one order. */
  default String key() {
    return "ranking:" + periodFrom() + "/" + periodTo();
  }
}
