package hotline.dispatch.endorsement;

import static hotline.relay.quarkus.Columns.instant;

import hotline.dispatch.assignments.Held;
import hotline.dispatch.assignments.ReplySubmission;
import hotline.dispatch.assignments.SubmitReply;
import hotline.dispatch.attachments.AttachedTo;
import hotline.dispatch.attachments.AttachmentStore;
import hotline.dispatch.attachments.FileOwner;
import hotline.dispatch.cases.CaseLooks;
import hotline.dispatch.cases.Cause;
import hotline.dispatch.deputies.Deputy;
import hotline.dispatch.requests.RequestReturn;
import hotline.lifecycle.AssignmentEndorsementRequested;
import hotline.lifecycle.DeadlineKind;
import hotline.lifecycle.EndorsedAct;
import hotline.lifecycle.EndorsementOutcome;
import hotline.lifecycle.ReturnReason;
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

/**
 * Drafts for the signature of a leader: written once, in the act's transaction, and decided once.
 */
@ApplicationScoped
public class DraftStore {

  private static final String COLUMNS =
      "d.assignment_id, d.draft_no, d.act, d.handling_text, d.public_reply, d.claimed_solved,"
          + " d.return_reason, d.legal_basis, d.suggested_unit_id, d.written_by, d.written_at,"
          + " d.outcome, d.remark, d.decided_by, d.decided_at, d.decided_for_post, "
          + AttachmentStore.column(AttachedTo.DRAFT, "d.assignment_id", "d.draft_no");

  private final DataSource database;
  private final JoinedConnection connection;
  private final CaseLooks looks;
  private final AttachmentStore attachments;

  DraftStore(
      DataSource database,
      JoinedConnection connection,
      CaseLooks looks,
      AttachmentStore attachments) {
    this.database = database;
    this.connection = connection;
    this.looks = looks;
    this.attachments = attachments;
  }

  /** A reply waits for the leader; refuses what could not be submitted now. */
  public AssignmentEndorsementRequested add(Held held, SubmitReply.Entry entry, Cause cause) {
    ReplySubmission.require(held);
    AssignmentEndorsementRequested fact =
        held.assignment()
            .askEndorsement(
                EndorsedAct.REPLY, held.assignment().clocks().due(DeadlineKind.REPLY), cause.at());
    connection.write(
        "insert into endorsement_draft (assignment_id, draft_no, act, handling_text, public_reply,"
            + " claimed_solved, written_by, written_at) values (?, ?, ?, ?, ?, ?, ?, ?)",
        held.assignment().assignmentId(),
        fact.draftNo(),
        fact.act().name(),
        entry.handlingText().strip(),
        entry.publicReply().strip(),
        entry.claimedSolved(),
        cause.actor(),
        cause.at().atOffset(ZoneOffset.UTC));
    bind(held, fact, entry.attachments(), cause);
    return fact;
  }

  /** What is signed is submitted with them: see the triggers of V36. */
  private void bind(
      Held held, AssignmentEndorsementRequested fact, List<UUID> chosen, Cause cause) {
    attachments.bind(
        AttachedTo.DRAFT,
        held.assignment().assignmentId(),
        fact.draftNo(),
        chosen,
        FileOwner.of(held.assignment()),
        cause.at());
  }

  /**
   * A request to give the task back waits for the leader.
   *
   * @param until the end of its window, which nobody's signature moves
   */
  public AssignmentEndorsementRequested add(
      Held held, RequestReturn.Entry entry, Instant until, Cause cause) {
    AssignmentEndorsementRequested fact =
        held.assignment().askEndorsement(EndorsedAct.RETURN, until, cause.at());
    connection.write(
        "insert into endorsement_draft (assignment_id, draft_no, act, return_reason, legal_basis,"
            + " suggested_unit_id, written_by, written_at) values (?, ?, ?, ?, ?, ?, ?, ?)",
        held.assignment().assignmentId(),
        fact.draftNo(),
        fact.act().name(),
        entry.reason().name(),
        entry.legalBasis().strip(),
        entry.suggested(),
        cause.actor(),
        cause.at().atOffset(ZoneOffset.UTC));
    bind(held, fact, entry.attachments(), cause);
    // Somebody has to say that it lapsed, if the window ends before the signature.
    looks.soon(List.of(held.assignment().caseId()), cause.at());
    return fact;
  }

  /**
   * @param inPlace of which leader it is decided; null of one who decides in the own name
   */
  void decide(
      UUID assignmentId,
      int draftNo,
      EndorsementOutcome outcome,
      String remark,
      Deputy inPlace,
      Cause cause) {
    connection.write(
        "update endorsement_draft set outcome = ?, remark = ?, decided_by = ?, decided_at = ?,"
            + " decided_for = ?, decided_for_post = ? where assignment_id = ? and draft_no = ?",
        outcome.name(),
        remark,
        cause.actor(),
        cause.at().atOffset(ZoneOffset.UTC),
        inPlace == null ? null : inPlace.leaderRef(),
        inPlace == null ? null : inPlace.leaderPost(),
        assignmentId,
        draftNo);
  }

  /** The windows of these drafts have passed. */
  void windowPassed(List<UUID> assignmentIds, List<Integer> draftNos, Instant at) {
    if (assignmentIds.isEmpty()) {
      return;
    }
    connection.call(
        tx -> {
          try (PreparedStatement sql =
              tx.prepareStatement(
                  "update endorsement_draft d set outcome = 'WINDOW_PASSED', decided_at = ?"
                      + " from unnest(?::uuid[], ?::integer[]) p (assignment_id, draft_no)"
                      + " where d.assignment_id = p.assignment_id and d.draft_no = p.draft_no")) {
            sql.setObject(1, at.atOffset(ZoneOffset.UTC));
            sql.setArray(2, tx.createArrayOf("uuid", assignmentIds.toArray()));
            sql.setArray(3, tx.createArrayOf("integer", draftNos.toArray()));
            return sql.executeUpdate();
          }
        });
  }

  /** Of a task that the act at hand has locked. */
  Optional<Draft> find(UUID assignmentId, int draftNo) {
    return ofTask(assignmentId).stream().filter(draft -> draft.draftNo() == draftNo).findFirst();
  }

  /** All of a task that the act at hand has locked, the first first. */
  List<Draft> ofTask(UUID assignmentId) {
    return connection
        .call(tx -> of(tx, List.of(assignmentId)))
        .getOrDefault(assignmentId, List.of());
  }

  /** All of them, the first first. */
  Map<UUID, List<Draft>> of(Collection<UUID> assignmentIds) {
    try (Connection reading = database.getConnection()) {
      return of(reading, assignmentIds);
    } catch (SQLException e) {
      throw new IllegalStateException("Drafts cannot be read", e);
    }
  }

  private static Map<UUID, List<Draft>> of(Connection tx, Collection<UUID> assignmentIds)
      throws SQLException {
    Map<UUID, List<Draft>> found = new HashMap<>();
    try (PreparedStatement sql =
        tx.prepareStatement(
            "select "
                + COLUMNS
                + " from endorsement_draft d where d.assignment_id = any(?)"
                + " order by d.assignment_id, d.draft_no")) {
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

  private static Draft read(ResultSet row) throws SQLException {
    EndorsedAct act = EndorsedAct.valueOf(row.getString("act"));
    String outcome = row.getString("outcome");
    return new Draft(
        row.getInt("draft_no"),
        act,
        act == EndorsedAct.REPLY
            ? new SubmitReply.Entry(
                row.getString("handling_text"),
                row.getString("public_reply"),
                row.getBoolean("claimed_solved"),
                null,
                null)
            : null,
        act == EndorsedAct.RETURN
            ? new RequestReturn.Entry(
                ReturnReason.valueOf(row.getString("return_reason")),
                row.getString("legal_basis"),
                row.getString("suggested_unit_id"),
                null)
            : null,
        row.getString("written_by"),
        instant(row, "written_at"),
        outcome == null ? null : EndorsementOutcome.valueOf(outcome),
        row.getString("remark"),
        row.getString("decided_by"),
        instant(row, "decided_at"),
        row.getString("decided_for_post"),
        AttachmentStore.read(row));
  }
}
