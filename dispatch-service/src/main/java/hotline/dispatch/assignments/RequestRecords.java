package hotline.dispatch.assignments;

import static hotline.relay.quarkus.Columns.instant;

import hotline.dispatch.assignments.UnitRequest.Decision;
import hotline.dispatch.assignments.UnitRequest.Kind;
import hotline.dispatch.assignments.UnitRequest.State;
import hotline.dispatch.attachments.AttachedTo;
import hotline.dispatch.attachments.AttachmentStore;
import hotline.dispatch.attachments.FileOwner;
import hotline.lifecycle.RequestRefusal;
import hotline.relay.quarkus.JoinedConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

/** Requests of units: written once, in the act's transaction, and ended once. */
@ApplicationScoped
public class RequestRecords {

  private static final String COLUMNS =
      "r.request_no, r.kind, r.state, r.disputed, r.reason, r.basis, r.suggested_unit_id, r.work_days,"
          + " r.resume_at, r.requested_by, r.requested_at, r.refusal, r.comment, r.decided_at,"
          + " r.decided_by, "
          + AttachmentStore.column(AttachedTo.REQUEST, "r.assignment_id", "r.request_no");

  private final DataSource database;
  private final JoinedConnection connection;
  private final AttachmentStore attachments;

  RequestRecords(DataSource database, JoinedConnection connection, AttachmentStore attachments) {
    this.database = database;
    this.connection = connection;
    this.attachments = attachments;
  }

  /**
   * @param papers which uploaded files found it; null when there are none
   */
  public void add(Assignment task, UnitRequest request, List<UUID> papers) {
    UUID assignmentId = task.assignmentId();
    connection.write(
        "insert into unit_request (assignment_id, request_no, kind, state, reason, basis,"
            + " suggested_unit_id, work_days, resume_at, requested_by, requested_at)"
            + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        assignmentId,
        request.requestNo(),
        request.kind().name(),
        request.state().name(),
        request.reason(),
        request.basis(),
        request.suggestedUnitId(),
        request.workDays(),
        request.resumeAt() == null ? null : request.resumeAt().atOffset(ZoneOffset.UTC),
        request.requestedBy(),
        request.requestedAt().atOffset(ZoneOffset.UTC));
    attachments.bind(
        AttachedTo.REQUEST,
        assignmentId,
        request.requestNo(),
        papers,
        FileOwner.of(task),
        request.requestedAt());
  }

  public void decide(UUID assignmentId, int requestNo, State state, Decision decision) {
    connection.write(
        "update unit_request set state = ?, refusal = ?, comment = ?, decided_at = ?, decided_by = ?"
            + " where assignment_id = ? and request_no = ?",
        state.name(),
        decision.refusal() == null ? null : decision.refusal().name(),
        decision.comment(),
        decision.decidedAt().atOffset(ZoneOffset.UTC),
        decision.decidedBy(),
        assignmentId,
        requestNo);
  }

  /** The units confer about it instead: the dispute says what becomes of it. */
  public void dispute(UUID assignmentId, int requestNo, Instant at) {
    connection.write(
        // An instance of before disputes reads that it has lapsed.
        "update unit_request set state = 'LAPSED', disputed = true, decided_at = ?"
            + " where assignment_id = ? and request_no = ?",
        at.atOffset(ZoneOffset.UTC),
        assignmentId,
        requestNo);
  }

  /** Nobody decides any more about what these tasks asked for. */
  public void lapse(Collection<UUID> assignmentIds, Instant at) {
    if (assignmentIds.isEmpty()) {
      return;
    }
    connection.call(
        tx -> {
          try (PreparedStatement sql =
              tx.prepareStatement(
                  "update unit_request set state = 'LAPSED', decided_at = ?"
                      + " where assignment_id = any(?) and state = 'OPEN'")) {
            sql.setObject(1, at.atOffset(ZoneOffset.UTC));
            sql.setArray(2, tx.createArrayOf("uuid", assignmentIds.toArray()));
            return sql.executeUpdate();
          }
        });
  }

  /** Of a task that the act at hand has locked. */
  public Optional<UnitRequest> find(UUID assignmentId, int requestNo) {
    return connection
        .call(tx -> of(tx, List.of(assignmentId)))
        .getOrDefault(assignmentId, List.of())
        .stream()
        .filter(request -> request.requestNo() == requestNo)
        .findFirst();
  }

  /** All of them, the first first. */
  public Map<UUID, List<UnitRequest>> of(Collection<UUID> assignmentIds) {
    try (Connection reading = database.getConnection()) {
      return of(reading, assignmentIds);
    } catch (SQLException e) {
      throw new IllegalStateException("Requests of units cannot be read", e);
    }
  }

  private static Map<UUID, List<UnitRequest>> of(Connection tx, Collection<UUID> assignmentIds)
      throws SQLException {
    Map<UUID, List<UnitRequest>> found = new HashMap<>();
    try (PreparedStatement sql =
        tx.prepareStatement(
            "select r.assignment_id, "
                + COLUMNS
                + " from unit_request r where r.assignment_id = any(?)"
                + " order by r.assignment_id, r.request_no")) {
      sql.setArray(1, tx.createArrayOf("uuid", assignmentIds.toArray()));
      try (ResultSet row = sql.executeQuery()) {
        while (row.next()) {
          found
              .computeIfAbsent(row.getObject(1, UUID.class), none -> new ArrayList<>())
              .add(read(row));
        }
      }
    }
    return found;
  }

  private static UnitRequest read(ResultSet row) throws SQLException {
    String refusal = row.getString("refusal");
    String decidedBy = row.getString("decided_by");
    return new UnitRequest(
        row.getInt("request_no"),
        Kind.valueOf(row.getString("kind")),
        row.getBoolean("disputed") ? State.DISPUTED : State.valueOf(row.getString("state")),
        row.getString("reason"),
        row.getString("basis"),
        row.getString("suggested_unit_id"),
        row.getObject("work_days", Integer.class),
        instant(row, "resume_at"),
        row.getString("requested_by"),
        instant(row, "requested_at"),
        decidedBy == null
            ? null
            : new Decision(
                refusal == null ? null : RequestRefusal.valueOf(refusal),
                row.getString("comment"),
                instant(row, "decided_at"),
                decidedBy),
        AttachmentStore.read(row));
  }
}
