package hotline.dispatch.departures;

import static hotline.relay.quarkus.Columns.instant;

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

/** Who left which unit, and who is of one. */
@ApplicationScoped
class DepartureStore {

  private static final String DEPARTURE =
      "select departure_id, version, unit_id, unit_path, leaver_ref, leaver_post, successor_ref,"
          + " successor_post, reason, effective_at, ordered_by, ordered_unit_id, ordered_at, state,"
          + " ended_at, handovers_asked, proposals_ended, deputies_ended from departure ";
  private static final String WITHIN =
      "(unit_path = ? or (unit_path > ? || '/' and unit_path < ? || '0'))";

  /** The post that a leader said comes before one that was said for standing in. */
  private static final String PEOPLE =
      "select user_ref, (array_agg(post order by rank))[1] as post, max(login), bool_or(rank = 1)"
          + " from (select user_ref, post, null::text as login, 1 as rank from leader"
          + " where unit_id = ?"
          + " union all select user_ref, post, login, 2 from deputy_candidate"
          + " where unit_id = ? and withdrawn_at is null"
          + " union all select owner_ref, owner_post, null, 3 from case_ownership"
          + " where owner_unit_id = ? and released_at is null"
          + " union all select proposed_ref, proposed_post, null, 4 from case_ownership"
          + " where proposed_unit_id = ? and released_at is null"
          + " union all select leader_ref, leader_post, null, 5 from leader_deputy"
          + " where unit_id = ? and ended_at is null and valid_until > ?"
          + " union all select deputy_ref, deputy_post, null, 6 from leader_deputy"
          + " where unit_id = ? and ended_at is null and valid_until > ?) people"
          + " group by user_ref order by post, user_ref";

  /** What somebody wrote and asked that waits: whoever works for the unit goes on with it. */
  private static final String STAYS =
      "select count(*) filter (where a.draft_act is not null and exists (select 1 from"
          + " endorsement_draft d where d.assignment_id = a.assignment_id and d.draft_no = a.drafts"
          + " and d.written_by = ?)),"
          + " count(*) filter (where exists (select 1 from unit_request r where r.assignment_id ="
          + " a.assignment_id and r.state = 'OPEN' and r.requested_by = ?)),"
          + " count(*) filter (where a.status = 'REPLY_SUBMITTED' and a.handler_ref = ?)"
          + " from assignment a where a.unit_path = ? and a.ended_at is null";

  private final DataSource database;
  private final JoinedConnection connection;

  DepartureStore(DataSource database, JoinedConnection connection) {
    this.database = database;
    this.connection = connection;
  }

  /** Those who say something about the same person follow each other until the transaction ends. */
  void lockPerson(String userRef) {
    connection.call(
        tx -> {
          try (PreparedStatement sql =
              tx.prepareStatement("select pg_advisory_xact_lock(hashtextextended(?, 46))")) {
            sql.setString(1, userRef);
            return sql.execute();
          }
        });
  }

  List<UnitPerson> people(String unitId, Instant now) {
    return ask(
        PEOPLE,
        row ->
            new UnitPerson(row.getString(1), row.getString(2), row.getString(3), row.getBoolean(4)),
        unitId,
        unitId,
        unitId,
        unitId,
        unitId,
        time(now),
        unitId,
        time(now));
  }

  LeaversWork staying(String userRef, String unitPath) {
    return ask(
            STAYS,
            row -> new LeaversWork(row.getLong(1), row.getLong(2), row.getLong(3)),
            userRef,
            userRef,
            userRef,
            unitPath)
        .get(0);
  }

  /** False where the same person's departure is planned already. */
  boolean add(Departure ordered) {
    return connection.write(
            "insert into departure (departure_id, version, unit_id, unit_path, leaver_ref,"
                + " leaver_post, successor_ref, successor_post, reason, effective_at, ordered_by,"
                + " ordered_unit_id, ordered_at, state)"
                + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
                + " on conflict (leaver_ref, unit_id) where state = 'PLANNED' do nothing",
            ordered.departureId(),
            ordered.version(),
            ordered.unitId(),
            ordered.unitPath(),
            ordered.leaver().userRef(),
            ordered.leaver().post(),
            ordered.successor().userRef(),
            ordered.successor().post(),
            ordered.reason(),
            time(ordered.effectiveAt()),
            ordered.orderedBy(),
            ordered.orderedUnitId(),
            time(ordered.orderedAt()),
            ordered.state().name())
        == 1;
  }

  /**
   * @param by null unless somebody cancels it
   */
  void end(Departure ended, String by) {
    Departure.Moved moved = ended.moved();
    connection.write(
        "update departure set version = ?, state = ?, ended_at = ?, ended_by = ?,"
            + " handovers_asked = ?, proposals_ended = ?, deputies_ended = ?"
            + " where departure_id = ?",
        ended.version(),
        ended.state().name(),
        time(ended.endedAt()),
        by,
        moved == null ? null : moved.handoversAsked(),
        moved == null ? null : moved.proposalsEnded(),
        moved == null ? null : moved.deputiesEnded(),
        ended.departureId());
  }

  Optional<Departure> lock(UUID departureId) {
    return lockAll(List.of(departureId)).stream().findFirst();
  }

  /** In the order in which they were ordered. */
  List<Departure> lockAll(List<UUID> departureIds) {
    return connection.call(
        tx ->
            Rows.of(
                tx,
                DEPARTURE
                    + "where departure_id = any(?) order by ordered_at, departure_id for update",
                DepartureStore::departure,
                tx.createArrayOf("uuid", departureIds.toArray())));
  }

  /**
   * The last ordered first.
   *
   * @param unitPath the unit to whose subtree the list is limited; null for the whole city
   */
  List<Departure> page(String unitPath, Cursor after, int limit) {
    List<Object> values = new ArrayList<>();
    String where = where(unitPath, values);
    if (after != null) {
      where += " and (ordered_at, departure_id) < (?, ?)";
      values.add(time(after.due()));
      values.add(after.id());
    }
    return ask(
        DEPARTURE + where + " order by ordered_at desc, departure_id desc limit " + limit,
        DepartureStore::departure,
        values.toArray());
  }

  long count(String unitPath) {
    List<Object> values = new ArrayList<>();
    return ask(
            "select count(*) from departure " + where(unitPath, values),
            row -> row.getLong(1),
            values.toArray())
        .get(0);
  }

  private static String where(String unitPath, List<Object> values) {
    if (unitPath == null) {
      return "where true";
    }
    values.addAll(List.of(unitPath, unitPath, unitPath));
    return "where " + WITHIN;
  }

  private <T> List<T> ask(String query, Rows.Reader<T> reader, Object... values) {
    try (Connection reading = database.getConnection()) {
      return Rows.of(reading, query, reader, values);
    } catch (SQLException e) {
      throw new IllegalStateException("The departures of people cannot be read", e);
    }
  }

  private static Departure departure(ResultSet row) throws SQLException {
    DepartureState state = DepartureState.valueOf(row.getString("state"));
    return new Departure(
        row.getObject("departure_id", UUID.class),
        row.getLong("version"),
        row.getString("unit_id"),
        row.getString("unit_path"),
        new Departure.Person(row.getString("leaver_ref"), row.getString("leaver_post")),
        new Departure.Person(row.getString("successor_ref"), row.getString("successor_post")),
        row.getString("reason"),
        instant(row, "effective_at"),
        row.getString("ordered_by"),
        row.getString("ordered_unit_id"),
        instant(row, "ordered_at"),
        state,
        instant(row, "ended_at"),
        state == DepartureState.DONE
            ? new Departure.Moved(
                row.getInt("handovers_asked"),
                row.getInt("proposals_ended"),
                row.getInt("deputies_ended"))
            : null);
  }

  private static OffsetDateTime time(Instant at) {
    return at.atOffset(ZoneOffset.UTC);
  }
}
