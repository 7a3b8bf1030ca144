package hotline.reporting.ranking;

import hotline.access.Actor;
import hotline.access.IfMatch;
import hotline.lifecycle.RankingPublished;
import hotline.lifecycle.RankingRule;
import hotline.reporting.headline.Period;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * The ranking of a period (考核排名) and what may be done with it: submitted by one person, checked by
 * the units, frozen by a second person and from then on only corrected by errata.
 *
 * @param snapshot number of the copy of the inputs that counts
 * @param takenBy user id of who took that copy: who submitted it, or who accepted the last
 *     objection
 * @param checkUntil until when units may object; kept with it, no later calendar moves it
 */
record Ranking(
    UUID rankingId,
    LocalDate from,
    LocalDate to,
    RankingStatus status,
    long version,
    RankingRule rule,
    int snapshot,
    String takenBy,
    String submittedBy,
    Instant submittedAt,
    Instant checkUntil,
    String publishedBy,
    Instant publishedAt) {

  Period period() {
    return new Period(from, to);
  }

  /** Whether the cases behind its numbers can be listed. */
  boolean keepsInputs() {
    return snapshot > 0 && status != RankingStatus.TAKEN_BACK;
  }

  void requireVersion(IfMatch read) {
    read.check(version);
  }

  RankingPublished published(Snapshot snapshot, String by, Instant now) {
    return new RankingPublished(
        rankingId,
        from,
        to,
        0,
        snapshot.asOf(),
        snapshot.cases(),
        snapshot.inputsHash(),
        rule,
        submittedBy,
        submittedAt,
        by,
        now,
        snapshot.units());
  }

  /** Whether units may still object: the moment of the deadline itself is in time. */
  boolean isOpenToObjections(Instant now) {
    return status == RankingStatus.CHECK && !now.isAfter(checkUntil);
  }

  void requireOpenToObjections(Instant now) {
    requireCheck();
    if (now.isAfter(checkUntil)) {
      throw RankingRefusal.windowPassed(checkUntil);
    }
  }

  /** Nothing is decided about what is published or was taken back. */
  void requireCheck() {
    if (status != RankingStatus.CHECK) {
      throw RankingRefusal.notInCheck(status);
    }
  }

  void requirePublished() {
    if (status != RankingStatus.PUBLISHED) {
      throw RankingRefusal.notPublished(status);
    }
  }

  /**
   * Freezing needs a person who has chosen none of the numbers, the end of the window and an answer
   * to every objection.
   */
  void requireFreezable(Actor second, Instant now, long openObjections) {
    requireCheck();
    if (second.userId().equals(submittedBy)) {
      throw NotTheSecondPerson.freezes();
    }
    if (second.userId().equals(takenBy)) {
      throw NotTheSecondPerson.freezesOwnCopy();
    }
    if (!now.isAfter(checkUntil)) {
      throw RankingRefusal.windowOpen(checkUntil);
    }
    if (openObjections > 0) {
      throw RankingRefusal.objectionsOpen(openObjections);
    }
  }
}
