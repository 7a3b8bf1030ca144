package hotline.reporting.ranking;

import hotline.access.Refusal;
import hotline.calendar.ClockTerms;
import hotline.calendar.DueTime;
import hotline.calendar.LimitRule;
import hotline.relay.quarkus.CityCalendars;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * Copies the inputs of a period that was submitted and makes the ranking that units check. All of
 * it is one transaction that holds the row: an instance that ends amid it leaves the row to the
 * next. That it was begun is counted before, in a transaction of its own.
 */
@ApplicationScoped
class CopyInputs {

  private static final Logger LOG = Logger.getLogger(CopyInputs.class);
  // A statement that hangs ends as a failure that is told, while its connection lives.
  private static final String IN_TIME =
      "SET LOCAL statement_timeout = '30min'; SET LOCAL lock_timeout = '5min'";

  private final Copies copies;
  private final Rankings rankings;
  private final Inputs inputs;
  private final Editions editions;
  private final CityCalendars calendars;
  private final Clock clock;

  CopyInputs(
      Copies copies,
      Rankings rankings,
      Inputs inputs,
      Editions editions,
      CityCalendars calendars,
      Clock clock) {
    this.copies = copies;
    this.rankings = rankings;
    this.inputs = inputs;
    this.editions = editions;
    this.calendars = calendars;
    this.clock = clock;
  }

  /** What is to be made next and nobody else makes; what broke off too often is given up. */
  Optional<UUID> begin(Connection tx) throws SQLException {
    Optional<Copying> claimed = copies.claim(tx);
    while (claimed.isPresent() && claimed.get().isGivenUp()) {
      copies.fail(tx, claimed.get().rankingId(), brokenOff());
      claimed = copies.claim(tx);
    }
    if (claimed.isPresent()) {
      copies.begin(tx, claimed.get().rankingId());
    }
    return claimed.map(Copying::rankingId);
  }

  /** Makes what was begun, unless another instance has it by now or it was dropped. */
  void make(Connection tx, UUID rankingId) throws SQLException {
    Optional<Copying> begun = copies.begun(tx, rankingId);
    if (begun.isEmpty()) {
      return;
    }
    Copying copying = begun.get();
    try (Statement savepoint = tx.createStatement()) {
      savepoint.execute(IN_TIME);
      savepoint.execute("SAVEPOINT before_the_copy");
      try {
        copy(tx, copying);
      } catch (RuntimeException | SQLException failed) {
        // Throws when the connection is gone: then the row is as it was, and is begun again.
        savepoint.execute("ROLLBACK TO SAVEPOINT before_the_copy");
        copies.fail(tx, copying.rankingId(), failure(failed));
      }
    }
  }

  private void copy(Connection tx, Copying copying) throws SQLException {
    if (copies.isRanked(tx, copying.period())) {
      throw RankingRefusal.alreadySubmitted();
    }
    Ranking begun = ranking(tx, copying, now());
    Snapshot snapshot =
        inputs.copy(tx, begun, editions.before(tx, copying.period(), copying.rule()));
    if (snapshot.units().isEmpty()) {
      throw RankingRefusal.nothingCounts();
    }
    Instant now = now();
    // The units have their time from when they can look.
    Ranking ranking = ranking(tx, copying, now);
    // Now, and not when everybody has looked.
    editions.requireFits(ranking.published(snapshot, ranking.submittedBy(), now));
    if (!rankings.insert(tx, ranking)) {
      throw RankingRefusal.alreadySubmitted();
    }
    rankings.insertSnapshot(tx, ranking.rankingId(), snapshot, now);
    copies.end(tx, ranking.rankingId());
  }

  private Ranking ranking(Connection tx, Copying copying, Instant now) throws SQLException {
    Instant checkUntil =
        DueTime.compute(
            ClockTerms.of(now, LimitRule.of(copying.rule().checkLimit())),
            calendars.newestIn(tx).calendar());
    return new Ranking(
        copying.rankingId(),
        copying.from(),
        copying.to(),
        RankingStatus.CHECK,
        copying.version() + 1,
        copying.rule(),
        1,
        copying.takenBy(),
        copying.submittedBy(),
        copying.submittedAt(),
        checkUntil,
        null,
        null);
  }

  private Copying.Failure failure(Exception failed) {
    if (failed instanceof Refusal refusal) {
      return new Copying.Failure(refusal.slug(), refusal.detailZh(), refusal.detailEn(), now());
    }
    LOG.error("The inputs of a ranking could not be copied", failed);
    return new Copying.Failure(
        "copy-failed",
        "复制依据数据时发生故障，没有提交核对。请稍后重试；如持续出现，请管理员查看统计服务的日志。",
        "The inputs could not be copied and nothing was submitted. Try again later; if it stays, have"
            + " an administrator look into the log of reporting.",
        now());
  }

  private Copying.Failure brokenOff() {
    return new Copying.Failure(
        "copy-broken-off",
        "复制多次中断（服务重启或数据库连接断开），没有提交核对。请稍后重新复制；如持续出现，请管理员查看统计服务和数据库的日志。",
        "The copy broke off again and again (a restart, or the connection to the database ended) and"
            + " nothing was submitted. Copy again later; if it stays, have an administrator look into"
            + " the logs of reporting and of the database.",
        now());
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
