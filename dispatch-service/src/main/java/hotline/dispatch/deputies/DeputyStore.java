package hotline.dispatch.deputies;

import hotline.dispatch.lists.Cursor;
import hotline.relay.quarkus.JoinedConnection;
import hotline.relay.quarkus.Rows;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

/** Who may stand in for leaders, and who does when. */
@ApplicationScoped
class DeputyStore {

  private static final String DEPUTY =
      "select deputy_id, version, unit_id, leader_ref, leader_post, deputy_ref, deputy_post,"
          + " valid_from, valid_until, named_at, ended_at from leader_deputy ";
  private static final String CANDIDATE =
      "select user_ref, unit_id, post, login, since, withdrawn_at from deputy_candidate ";
  private static final String STANDS_IN =
      "where deputy_ref = ? and unit_id = ? and valid_from <= ? and valid_until > ?"
          + " and ended_at is null order by valid_until, deputy_id";
  private static final String NOT_OVER = "ended_at is null and valid_until > ?";

  private final DataSource database;
  private final JoinedConnection connection;

  DeputyStore(DataSource database, JoinedConnection connection) {
    this.database = database;
    this.connection = connection;
  }

  /**
   * Somebody of a unit who may stand in for its leader.
   *
   * @param login of the account that said so, for the screen; null of a token without one
   * @param withdrawnAt null while it counts
   */
  record Candidate(
      String userRef,
      String unitId,
      String post,
      String login,
      Instant since,
      Instant withdrawnAt) {}

  /** Those who say something about the same name follow each other until the transaction ends. */
  void lock(String name) {
    connection.call(
        tx -> {
          try (PreparedStatement sql =
              tx.prepareStatement("select pg_advisory_xact_lock(hashtextextended(?, 45))")) {
            sql.setString(1, name);
            return sql.execute();
          }
        });
  }

  /** Later words take the place of the earlier ones. */
  void save(Candidate candidate) {
    connection.write(
        "insert into deputy_candidate (user_ref, unit_id, post, login, since)"
            + " values (?, ?, ?, ?, ?)"
            + " on conflict (user_ref) do update set unit_id = excluded.unit_id,"
            + " post = excluded.post, login = excluded.login, since = excluded.since,"
            + " withdrawn_by = null, withdrawn_at = null",
        candidate.userRef(),
        candidate.unitId(),
        candidate.post(),
        candidate.login(),
        time(candidate.since()));
  }

  /** Whether another of the unit stands by that post, however it is spaced. */
  boolean isTaken(String unitId, String post, String exceptRef) {
    return connection.call(
        tx ->
            !Rows.of(
                    tx,
                    CANDIDATE
                        + "where unit_id = ? and withdrawn_at is null and user_ref <> ?"
                        + " and lower(regexp_replace(post, '\\s', '', 'g'))"
                        + " = lower(regexp_replace(?, '\\s', '', 'g'))",
                    DeputyStore::candidate,
                    unitId,
                    exceptRef,
                    post)
                .isEmpty());
  }

  void withdraw(String userRef, String by, Instant at) {
    connection.write(
        "update deputy_candidate set withdrawn_by = ?, withdrawn_at = ? where user_ref = ?",
        by,
        time(at),
        userRef);
  }

  List<Candidate> candidates(String unitId) {
    return ask(
        CANDIDATE + "where unit_id = ? and withdrawn_at is null order by post, user_ref",
        DeputyStore::candidate,
        unitId);
  }

  /** Also one who was withdrawn. Locked: whoever names the same person at the same time waits. */
  Optional<Candidate> lockCandidate(String userRef) {
    return connection.call(
        tx ->
            Rows.of(
                    tx,
                    CANDIDATE + "where user_ref = ? for update",
                    DeputyStore::candidate,
                    userRef)
                .stream()
                .findFirst());
  }

  /** Whether that leader has named that person for some of the time. */
  boolean isNamed(String leaderRef, String deputyRef, Instant from, Instant until) {
    return connection.call(
        tx ->
            !Rows.of(
                    tx,
                    DEPUTY
                        + "where leader_ref = ? and deputy_ref = ? and ended_at is null"
                        + " and valid_from < ? and valid_until > ?",
                    DeputyStore::deputy,
                    leaderRef,
                    deputyRef,
                    time(until),
                    time(from))
                .isEmpty());
  }

  /** When that leader is represented, or was, as far as it lasted beyond a moment. */
  List<DeputyPolicy.Period> periods(String leaderRef, Instant beyond) {
    return connection.call(
        tx ->
            Rows.of(
                tx,
                "select valid_from, least(valid_until, ended_at) from leader_deputy"
                    + " where leader_ref = ? and valid_until > ?"
                    + " and (ended_at is null or ended_at > valid_from)",
                row -> new DeputyPolicy.Period(instant(row, 1), instant(row, 2)),
                leaderRef,
                time(beyond)));
  }

  void add(Deputy deputy) {
    connection.write(
        "insert into leader_deputy (deputy_id, version, unit_id, leader_ref, leader_post,"
            + " deputy_ref, deputy_post, valid_from, valid_until, named_at)"
            + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        deputy.deputyId(),
        deputy.version(),
        deputy.unitId(),
        deputy.leaderRef(),
        deputy.leaderPost(),
        deputy.deputyRef(),
        deputy.deputyPost(),
        time(deputy.validFrom()),
        time(deputy.validUntil()),
        time(deputy.namedAt()));
  }

  Optional<Deputy> lock(UUID deputyId) {
    return connection.call(
        tx ->
            Rows.of(tx, DEPUTY + "where deputy_id = ? for update", DeputyStore::deputy, deputyId)
                .stream()
                .findFirst());
  }

  void end(Deputy ended, String by) {
    connection.write(
        "update leader_deputy set version = ?, ended_by = ?, ended_at = ? where deputy_id = ?",
        ended.version(),
        by,
        time(ended.endedAt()),
        ended.deputyId());
  }

  /** Not over, as leader or as deputy, of one unit. */
  List<Deputy> ofPerson(String userRef, String unitId, Instant now) {
    return ask(
        DEPUTY
            + "where unit_id = ? and (leader_ref = ? or deputy_ref = ?) and "
            + NOT_OVER
            + " order by valid_from, deputy_id",
        DeputyStore::deputy,
        unitId,
        userRef,
        userRef,
        time(now));
  }

  /** Ends all of that in one statement, and tells how many. */
  int endAll(String userRef, String unitId, String by, Instant now) {
    return connection.write(
        "update leader_deputy set version = version + 1, ended_by = ?, ended_at = ?"
            + " where unit_id = ? and (leader_ref = ? or deputy_ref = ?) and "
            + NOT_OVER,
        by,
        time(now),
        unitId,
        userRef,
        userRef,
        time(now));
  }

  /** False where the person is no candidate of that unit. */
  boolean withdraw(String userRef, String unitId, String by, Instant at) {
    return connection.write(
            "update deputy_candidate set withdrawn_by = ?, withdrawn_at = ? where user_ref = ?"
                + " and unit_id = ? and withdrawn_at is null",
            by,
            time(at),
            userRef,
            unitId)
        > 0;
  }

  /**
   * For whom somebody stands in now.
   *
   * @param forAnAct whether the transaction at hand does something by it: nobody ends it meanwhile
   */
  List<Deputy> standsIn(String deputyRef, String unitId, Instant now, boolean forAnAct) {
    Object[] values = {deputyRef, unitId, time(now), time(now)};
    return forAnAct
        ? connection.call(
            tx -> Rows.of(tx, DEPUTY + STANDS_IN + " for share", DeputyStore::deputy, values))
        : ask(DEPUTY + STANDS_IN, DeputyStore::deputy, values);
  }

  /**
   * Of these units, the last to begin first.
   *
   * @param over those that are over, or else those that are not
   */
  List<Deputy> ofUnits(List<String> unitIds, boolean over, Instant now, Cursor after, int limit) {
    List<Object> values = new ArrayList<>(List.of(time(now)));
    String following = "";
    if (after != null) {
      following = " and (valid_from, deputy_id) < (?, ?)";
      values.add(time(after.due()));
      values.add(after.id());
    }
    return ofUnits(
        DEPUTY
            + "where unit_id = any(?) and "
            + (over ? "not (" + NOT_OVER + ")" : NOT_OVER)
            + following
            + " order by valid_from desc, deputy_id desc limit "
            + limit,
        DeputyStore::deputy,
        unitIds,
        values);
  }

  /** Of these units: those that are not over, and those that are. */
  long[] counts(List<String> unitIds, Instant now) {
    return ofUnits(
            "with of_units as (select ended_at, valid_until from leader_deputy"
                + " where unit_id = any(?)) select count(*) filter (where "
                + NOT_OVER
                + "), count(*) from of_units",
            row -> new long[] {row.getLong(1), row.getLong(2) - row.getLong(1)},
            unitIds,
            List.of(time(now)))
        .get(0);
  }

  /** A query whose first value are the units. */
  private <T> List<T> ofUnits(
      String query, Rows.Reader<T> reader, List<String> unitIds, List<Object> values) {
    try (Connection reading = database.getConnection()) {
      List<Object> all = new ArrayList<>(values);
      all.add(0, reading.createArrayOf("text", unitIds.toArray()));
      return Rows.of(reading, query, reader, all.toArray());
    } catch (SQLException e) {
      throw failed(e);
    }
  }

  private <T> List<T> ask(String query, Rows.Reader<T> reader, Object... values) {
    try (Connection reading = database.getConnection()) {
      return Rows.of(reading, query, reader, values);
    } catch (SQLException e) {
      throw failed(e);
    }
  }

  private static IllegalStateException failed(SQLException e) {
    return new IllegalStateException("The deputies of leaders cannot be read", e);
  }

  private static Candidate candidate(ResultSet row) throws SQLException {
    return new Candidate(
        row.getString(1),
        row.getString(2),
        row.getString(3),
        row.getString(4),
        instant(row, 5),
        instant(row, 6));
  }

  private static Deputy deputy(ResultSet row) throws SQLException {
    return new Deputy(
        row.getObject(1, UUID.class),
        row.getLong(2),
        row.getString(3),
        row.getString(4),
        row.getString(5),
        row.getString(6),
        row.getString(7),
        instant(row, 8),
        instant(row, 9),
        instant(row, 10),
        instant(row, 11));
  }

  private static OffsetDateTime time(Instant at) {
    return at.atOffset(ZoneOffset.UTC);
  }

  private static Instant instant(ResultSet row, int column) throws SQLException {
    OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
    return time == null ? null : time.toInstant();
  }
}
