package hotline.reporting.ranking;

import static hotline.relay.quarkus.Columns.instant;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import hotline.access.NotFound;
import hotline.lifecycle.EventCodec;
import hotline.lifecycle.RankedUnit;
import hotline.lifecycle.RankingCorrected;
import hotline.lifecycle.RankingEdition;
import hotline.lifecycle.RankingPublished;
import hotline.lifecycle.RankingRule;
import hotline.reporting.headline.Period;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The tables of rankings; every method is one statement on the connection it is given. */
@ApplicationScoped
class Rankings {

  private static final TypeReference<List<RankedUnit>> UNITS = new TypeReference<>() {};

  /** An erratum that waits for the second person. */
  record Erratum(
      int number,
      int snapshot,
      String reason,
      String words,
      String proposedBy,
      Instant proposedAt) {}

  // ---- rules

  /** Adopted rules, the newest first. */
  List<AdoptedRule> rules(Connection connection) throws SQLException {
    List<AdoptedRule> rules = new ArrayList<>();
    try (PreparedStatement select =
            connection.prepareStatement(
                "SELECT content::text, adopted_by, adopted_at, confirmed_by FROM ranking_rule"
                    + " ORDER BY version DESC");
        ResultSet rows = select.executeQuery()) {
      while (rows.next()) {
        rules.add(
            new AdoptedRule(
                read(rows.getString(1), RankingRule.class),
                rows.getString(2),
                instant(rows, "adopted_at"),
                rows.getString("confirmed_by")));
      }
    }
    return rules;
  }

  /**
   * @return false when the version is there already
   */
  boolean insertRule(Connection tx, AdoptedRule adopted) throws SQLException {
    return write(
            tx,
            "INSERT INTO ranking_rule (version, content, adopted_by, adopted_at, confirmed_by)"
                + " VALUES (?, ?::jsonb, ?, ?, ?) ON CONFLICT DO NOTHING",
            adopted.rule().version(),
            text(adopted.rule()),
            adopted.adoptedBy(),
            at(adopted.adoptedAt()),
            adopted.confirmedBy())
        == 1;
  }

  /** 0 for none. */
  int newestVersion(Connection connection) throws SQLException {
    try (PreparedStatement select =
            connection.prepareStatement("SELECT coalesce(max(version), 0) FROM ranking_rule");
        ResultSet row = select.executeQuery()) {
      row.next();
      return row.getInt(1);
    }
  }

  /**
   * @return false when one waits already
   */
  boolean insertProposal(Connection tx, ProposedRule proposed) throws SQLException {
    return write(
            tx,
            "INSERT INTO ranking_rule_proposal (proposal_id, based_on, content, proposed_by,"
                + " proposed_at) VALUES (?, ?, ?::jsonb, ?, ?) ON CONFLICT DO NOTHING",
            proposed.proposalId(),
            proposed.basedOn(),
            text(proposed.rule()),
            proposed.proposedBy(),
            at(proposed.proposedAt()))
        == 1;
  }

  Optional<ProposedRule> proposal(Connection connection) throws SQLException {
    return proposal(connection, "");
  }

  /** Held until the transaction ends; refuses when another one waits, or none. */
  ProposedRule lockedProposal(Connection tx, UUID proposalId) throws SQLException {
    return proposal(tx, " FOR UPDATE")
        .filter(waiting -> waiting.proposalId().equals(proposalId))
        .orElseThrow(RankingRefusal::noProposal);
  }

  private static Optional<ProposedRule> proposal(Connection connection, String locking)
      throws SQLException {
    try (PreparedStatement select =
            connection.prepareStatement(
                "SELECT proposal_id, content::text, based_on, proposed_by, proposed_at"
                    + " FROM ranking_rule_proposal"
                    + locking);
        ResultSet row = select.executeQuery()) {
      return row.next()
          ? Optional.of(
              new ProposedRule(
                  row.getObject("proposal_id", UUID.class),
                  read(row.getString("content"), RankingRule.class),
                  row.getInt("based_on"),
                  row.getString("proposed_by"),
                  instant(row, "proposed_at")))
          : Optional.empty();
    }
  }

  void endProposal(Connection tx) throws SQLException {
    write(tx, "DELETE FROM ranking_rule_proposal");
  }

  // ---- rankings

  /**
   * @return false when the period has a ranking already
   */
  boolean insert(Connection tx, Ranking ranking) throws SQLException {
    return write(
            tx,
            "INSERT INTO ranking (ranking_id, period_from, period_to, status, version, rule, snapshot,"
                + " taken_by, submitted_by, submitted_at, check_until, published_by, published_at)"
                + " VALUES (?, ?, ?, ?, ?, ?::jsonb, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
            ranking.rankingId(),
            ranking.from(),
            ranking.to(),
            ranking.status().name(),
            ranking.version(),
            text(ranking.rule()),
            ranking.snapshot(),
            ranking.takenBy(),
            ranking.submittedBy(),
            at(ranking.submittedAt()),
            at(ranking.checkUntil()),
            ranking.publishedBy(),
            at(ranking.publishedAt()))
        == 1;
  }

  Ranking get(Connection connection, UUID rankingId) throws SQLException {
    return find(connection, rankingId, "").orElseThrow(Rankings::noRanking);
  }

  /** Held until the transaction ends: what is decided about it stands one after the other. */
  Ranking locked(Connection tx, UUID rankingId) throws SQLException {
    return find(tx, rankingId, " FOR UPDATE").orElseThrow(Rankings::noRanking);
  }

  private Optional<Ranking> find(Connection connection, UUID rankingId, String locking)
      throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement("SELECT * FROM ranking WHERE ranking_id = ?" + locking)) {
      select.setObject(1, rankingId);
      try (ResultSet row = select.executeQuery()) {
        return row.next() ? Optional.of(ranking(row)) : Optional.empty();
      }
    }
  }

  /** Another copy of the inputs counts from now on. */
  void useSnapshot(Connection tx, Ranking ranking, int snapshot, String takenBy)
      throws SQLException {
    write(
        tx,
        "UPDATE ranking SET snapshot = ?, taken_by = ?, version = version + 1 WHERE ranking_id = ?",
        snapshot,
        takenBy,
        ranking.rankingId());
  }

  void touch(Connection tx, UUID rankingId) throws SQLException {
    write(tx, "UPDATE ranking SET version = version + 1 WHERE ranking_id = ?", rankingId);
  }

  void publish(Connection tx, Ranking ranking, String by, Instant now) throws SQLException {
    write(
        tx,
        "UPDATE ranking SET status = 'PUBLISHED', published_by = ?, published_at = ?,"
            + " version = version + 1 WHERE ranking_id = ?",
        by,
        at(now),
        ranking.rankingId());
  }

  void takeBack(Connection tx, Ranking ranking, String reason) throws SQLException {
    write(
        tx,
        "UPDATE ranking SET status = 'TAKEN_BACK', ended_reason = ?, version = version + 1"
            + " WHERE ranking_id = ?",
        reason,
        ranking.rankingId());
  }

  // ---- copies

  void insertSnapshot(Connection tx, UUID rankingId, Snapshot snapshot, Instant now)
      throws SQLException {
    write(
        tx,
        "INSERT INTO ranking_snapshot (ranking_id, number, as_of, taken_at, inputs_hash, units)"
            + " VALUES (?, ?, ?, ?, ?, ?::jsonb)",
        rankingId,
        snapshot.number(),
        at(snapshot.asOf()),
        at(now),
        snapshot.inputsHash(),
        text(snapshot.units()));
  }

  Snapshot snapshot(Connection connection, UUID rankingId, int number) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT as_of, inputs_hash, units::text FROM ranking_snapshot"
                + " WHERE ranking_id = ? AND number = ?")) {
      select.setObject(1, rankingId);
      select.setInt(2, number);
      try (ResultSet row = select.executeQuery()) {
        if (!row.next()) {
          throw noRanking();
        }
        return new Snapshot(
            number, instant(row, "as_of"), row.getString("inputs_hash"), units(row.getString(3)));
      }
    }
  }

  /** The cases of copies that nothing was published from; their lines and their hash stay. */
  void dropInputsBefore(Connection tx, UUID rankingId, int snapshot) throws SQLException {
    write(
        tx, "DELETE FROM ranking_input WHERE ranking_id = ? AND snapshot < ?", rankingId, snapshot);
  }

  void dropInputs(Connection tx, UUID rankingId, int snapshot) throws SQLException {
    write(
        tx, "DELETE FROM ranking_input WHERE ranking_id = ? AND snapshot = ?", rankingId, snapshot);
  }

  int nextSnapshot(Connection tx, UUID rankingId) throws SQLException {
    try (PreparedStatement select =
        tx.prepareStatement(
            "SELECT coalesce(max(number), 0) + 1 FROM ranking_snapshot WHERE ranking_id = ?")) {
      select.setObject(1, rankingId);
      try (ResultSet row = select.executeQuery()) {
        row.next();
        return row.getInt(1);
      }
    }
  }

  // ---- objections

  /**
   * @return false when one of the unit is open already
   */
  boolean insertObjection(Connection tx, Objection objection) throws SQLException {
    return write(
            tx,
            "INSERT INTO ranking_objection (objection_id, ranking_id, unit_id, words, status, version,"
                + " raised_by, raised_at) VALUES (?, ?, ?, ?, 'OPEN', 0, ?, ?) ON CONFLICT DO NOTHING",
            objection.objectionId(),
            objection.rankingId(),
            objection.unitId(),
            objection.words(),
            objection.raisedBy(),
            at(objection.raisedAt()))
        == 1;
  }

  Objection objection(Connection tx, UUID objectionId) throws SQLException {
    try (PreparedStatement select =
        tx.prepareStatement("SELECT * FROM ranking_objection WHERE objection_id = ?")) {
      select.setObject(1, objectionId);
      try (ResultSet row = select.executeQuery()) {
        if (!row.next()) {
          throw new NotFound("异议", "objection");
        }
        return objection(row);
      }
    }
  }

  void decide(
      Connection tx, Objection objection, boolean accepts, String reason, String by, Instant now)
      throws SQLException {
    write(
        tx,
        "UPDATE ranking_objection SET status = ?, reason = ?, decided_by = ?, decided_at = ?,"
            + " version = version + 1 WHERE objection_id = ?",
        (accepts ? Objection.Status.ACCEPTED : Objection.Status.REFUSED).name(),
        reason,
        by,
        at(now),
        objection.objectionId());
  }

  /** Those that are open when their ranking ends without them. */
  void endObjections(Connection tx, UUID rankingId, String reason, String by, Instant now)
      throws SQLException {
    write(
        tx,
        "UPDATE ranking_objection SET status = 'MOOT', reason = ?, decided_by = ?, decided_at = ?,"
            + " version = version + 1 WHERE ranking_id = ? AND status = 'OPEN'",
        reason,
        by,
        at(now),
        rankingId);
  }

  long openObjections(Connection tx, UUID rankingId) throws SQLException {
    try (PreparedStatement select =
        tx.prepareStatement(
            "SELECT count(*) FROM ranking_objection WHERE ranking_id = ? AND status = 'OPEN'")) {
      select.setObject(1, rankingId);
      try (ResultSet row = select.executeQuery()) {
        row.next();
        return row.getLong(1);
      }
    }
  }

  // ---- errata

  /**
   * @return false when one waits already
   */
  boolean insertErratum(Connection tx, UUID rankingId, Erratum erratum) throws SQLException {
    return write(
            tx,
            "INSERT INTO ranking_erratum (ranking_id, number, snapshot, reason, words, proposed_by,"
                + " proposed_at) VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
            rankingId,
            erratum.number(),
            erratum.snapshot(),
            erratum.reason(),
            erratum.words(),
            erratum.proposedBy(),
            at(erratum.proposedAt()))
        == 1;
  }

  Optional<Erratum> erratum(Connection connection, UUID rankingId) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement("SELECT * FROM ranking_erratum WHERE ranking_id = ?")) {
      select.setObject(1, rankingId);
      try (ResultSet row = select.executeQuery()) {
        return row.next()
            ? Optional.of(
                new Erratum(
                    row.getInt("number"),
                    row.getInt("snapshot"),
                    row.getString("reason"),
                    row.getString("words"),
                    row.getString("proposed_by"),
                    instant(row, "proposed_at")))
            : Optional.empty();
      }
    }
  }

  void endErratum(Connection tx, UUID rankingId) throws SQLException {
    write(tx, "DELETE FROM ranking_erratum WHERE ranking_id = ?", rankingId);
  }

  // ---- what was published

  /**
   * @param snapshot from which it was computed; null when that was in another database
   * @return false when it was published before
   */
  boolean insertEdition(Connection tx, RankingEdition edition, Integer snapshot)
      throws SQLException {
    return write(
            tx,
            "INSERT INTO ranking_edition (ranking_id, number, period_from, period_to, type,"
                + " published_at, content, snapshot) VALUES (?, ?, ?, ?, ?, ?, ?::jsonb, ?)"
                + " ON CONFLICT DO NOTHING",
            edition.rankingId(),
            edition.number(),
            edition.periodFrom(),
            edition.periodTo(),
            edition.type(),
            at(edition.publishedAt()),
            text(edition),
            snapshot)
        == 1;
  }

  /** The copy from which an edition was computed; empty when it is not kept here. */
  Optional<Integer> snapshotOf(Connection connection, UUID rankingId, int number)
      throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT snapshot FROM ranking_edition WHERE ranking_id = ? AND number = ?")) {
      select.setObject(1, rankingId);
      select.setInt(2, number);
      try (ResultSet row = select.executeQuery()) {
        return row.next() ? Optional.ofNullable(row.getObject(1, Integer.class)) : Optional.empty();
      }
    }
  }

  Optional<Published> published(Connection connection, UUID rankingId) throws SQLException {
    return editions(connection, "ranking_id = ?", rankingId);
  }

  Optional<Published> publishedOf(Connection connection, Period period) throws SQLException {
    return editions(connection, "period_from = ? AND period_to = ?", period.from(), period.to());
  }

  private static Optional<Published> editions(Connection connection, String which, Object... values)
      throws SQLException {
    List<RankingEdition> editions = new ArrayList<>();
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT type, content::text FROM ranking_edition WHERE "
                + which
                + " ORDER BY number")) {
      for (int i = 0; i < values.length; i++) {
        select.setObject(i + 1, values[i]);
      }
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          editions.add(
              rows.getString(1).equals(RankingPublished.TYPE)
                  ? read(rows.getString(2), RankingPublished.class)
                  : read(rows.getString(2), RankingCorrected.class));
        }
      }
    }
    return editions.isEmpty() ? Optional.empty() : Optional.of(Published.of(editions));
  }

  static NotFound noRanking() {
    return new NotFound("排名", "ranking");
  }

  // ---- rows

  static RankingRule rule(ResultSet row) throws SQLException {
    return read(row.getString("rule"), RankingRule.class);
  }

  static Ranking ranking(ResultSet row) throws SQLException {
    return new Ranking(
        row.getObject("ranking_id", UUID.class),
        row.getObject("period_from", LocalDate.class),
        row.getObject("period_to", LocalDate.class),
        RankingStatus.valueOf(row.getString("status")),
        row.getLong("version"),
        rule(row),
        row.getInt("snapshot"),
        row.getString("taken_by"),
        row.getString("submitted_by"),
        instant(row, "submitted_at"),
        instant(row, "check_until"),
        row.getString("published_by"),
        instant(row, "published_at"));
  }

  static Objection objection(ResultSet row) throws SQLException {
    return new Objection(
        row.getObject("objection_id", UUID.class),
        row.getObject("ranking_id", UUID.class),
        row.getString("unit_id"),
        row.getString("words"),
        Objection.Status.valueOf(row.getString("status")),
        row.getLong("version"),
        row.getString("raised_by"),
        instant(row, "raised_at"),
        row.getString("decided_by"),
        instant(row, "decided_at"),
        row.getString("reason"));
  }

  static int write(Connection tx, String statement, Object... values) throws SQLException {
    try (PreparedStatement sql = tx.prepareStatement(statement)) {
      for (int i = 0; i < values.length; i++) {
        sql.setObject(i + 1, values[i]);
      }
      return sql.executeUpdate();
    }
  }

  static OffsetDateTime at(Instant instant) {
    return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
  }

  static String text(Object value) {
    return new String(EventCodec.write(value), java.nio.charset.StandardCharsets.UTF_8);
  }

  private static List<RankedUnit> units(String json) {
    try {
      return EventCodec.json().readValue(json, UNITS);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A copy cannot be read", e);
    }
  }

  private static <T> T read(String json, Class<T> type) {
    try {
      return EventCodec.json().readValue(json, type);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Not readable as " + type.getSimpleName(), e);
    }
  }
}
