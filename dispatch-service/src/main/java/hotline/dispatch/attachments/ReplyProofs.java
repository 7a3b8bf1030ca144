package hotline.dispatch.attachments;

import hotline.access.Actor;
import hotline.access.NotFound;
import hotline.access.Role;
import hotline.access.Scope;
import hotline.dispatch.cases.CaseRepository;
import hotline.dispatch.cases.Cause;
import hotline.dispatch.limits.TimeRulesInForce;
import hotline.relay.quarkus.JoinedConnection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What proves the reply that answered a case (佐证材料), for who calls its citizen back and who checks
 * on site. Nothing else that units have uploaded: no request, no reply that was rejected. Of a
 * merged case it is what proves the reply of its main one. Each opening is noted.
 */
@ApplicationScoped
class ReplyProofs {

  private final CaseRepository cases;
  private final AttachmentStore store;
  private final JoinedConnection connection;
  private final TimeRulesInForce timeRules;
  private final Clock clock;

  ReplyProofs(
      CaseRepository cases,
      AttachmentStore store,
      JoinedConnection connection,
      TimeRulesInForce timeRules,
      Clock clock) {
    this.cases = cases;
    this.store = store;
    this.connection = connection;
    this.timeRules = timeRules;
    this.clock = clock;
  }

  /**
   * The files of the reply that answered a round; none where none was given.
   *
   * @param count of {@code items}, the whole list
   */
  @Schema(name = "ReplyProofs")
  record Proofs(UUID caseId, int round, List<AttachmentView> items, long count) {}

  /** That somebody opened one of them on a day of the city, for the first time. */
  @Schema(name = "ProofReading")
  record Reading(
      UUID attachmentId,
      Instant at,
      @Schema(description = "user id of the reader") String actor,
      @Schema(description = "of the reader; null of an account without one") String unit) {}

  /**
   * @param count of {@code items}, the whole list
   */
  @Schema(name = "ProofReadings")
  record Readings(UUID caseId, List<Reading> items, long count) {}

  @Transactional
  Proofs of(Actor reader, UUID caseId, int round) {
    require(caseId);
    List<AttachmentView> files =
        connection.call(
            tx -> {
              // The first that passed is what the citizen was told.
              try (PreparedStatement sql =
                  tx.prepareStatement(
                      "select "
                          + AttachmentStore.column(
                              AttachedTo.REPLY, "p.assignment_id", "p.reply_no")
                          + " from answering_reply p where p.case_id = ? and p.round = ?"
                          + " and not exists (select from case_file e"
                          + " where e.case_id = p.case_id and e.erased)"
                          + " order by p.passed_at limit 1")) {
                sql.setObject(1, caseId);
                sql.setInt(2, round);
                try (ResultSet row = sql.executeQuery()) {
                  return row.next() ? AttachmentStore.read(row) : List.<AttachmentView>of();
                }
              }
            });
    List<AttachmentView> shown = new ArrayList<>();
    for (AttachmentView file : files) {
      shown.add(as(reader, file, shown.size() + 1));
    }
    return new Proofs(caseId, round, shown, shown.size());
  }

  /**
   * Opens one, which is noted before it is answered.
   *
   * @throws NotFound when it proves no reply that answered this case, or is there no more
   */
  @Transactional
  AttachmentView open(Actor reader, UUID caseId, UUID id) {
    int position = position(caseId, id);
    AttachmentView file =
        store
            .find(id)
            .map(AttachmentStore.Meta::view)
            .filter(found -> position > 0 && !found.erased())
            .orElseThrow(() -> new NotFound("附件", "attachment"));
    note(reader, caseId, id);
    return as(reader, file, position);
  }

  private int position(UUID caseId, UUID id) {
    return connection.call(
        tx -> {
          try (PreparedStatement sql =
              tx.prepareStatement(
                  "select u.position from attachment_use u join answering_reply p"
                      + " on p.assignment_id = u.record_id and p.reply_no = u.record_no"
                      + " where u.attachment_id = ? and u.kind = 'REPLY' and p.case_id = ?"
                      + " and not exists (select from case_file e"
                      + " where e.case_id = p.case_id and e.erased) order by p.passed_at limit 1")) {
            sql.setObject(1, id);
            sql.setObject(2, caseId);
            try (ResultSet row = sql.executeQuery()) {
              return row.next() ? row.getInt(1) : 0;
            }
          }
        });
  }

  private void note(Actor reader, UUID caseId, UUID id) {
    Instant now = Cause.now(clock);
    connection.write(
        "insert into proof_reading (case_id, attachment_id, read_by, read_on, unit_id, read_at)"
            + " values (?, ?, ?, ?, ?, ?) on conflict do nothing",
        caseId,
        id,
        reader.userId(),
        timeRules.calendar().dateOf(now),
        reader.unitId(),
        now.atOffset(ZoneOffset.UTC));
  }

  /** Who calls back is not told who handled the case (盲访): names that units give say so. */
  private static AttachmentView as(Actor reader, AttachmentView file, int position) {
    if (reader.roles().contains(Role.SUPERVISOR) || reader.roles().contains(Role.LEADER)) {
      return file;
    }
    return new AttachmentView(
        file.id(),
        file.erased() ? "" : FileName.numbered(position, file.mediaType()),
        file.mediaType(),
        file.size(),
        file.sha256(),
        null,
        null,
        null,
        file.erased());
  }

  /** Who opened what proves the replies to a case, the latest first. */
  @Transactional
  Readings readings(Scope scope, String idOrNumber) {
    UUID caseId = cases.named(idOrNumber, scope).orElseThrow(ReplyProofs::noCase);
    List<Reading> found =
        connection.call(
            tx -> {
              try (PreparedStatement sql =
                  tx.prepareStatement(
                      "select attachment_id, read_at, read_by, unit_id from proof_reading"
                          + " where case_id = ? order by read_at desc, attachment_id, read_by")) {
                sql.setObject(1, caseId);
                return readings(sql);
              }
            });
    return new Readings(caseId, found, found.size());
  }

  private static List<Reading> readings(PreparedStatement sql) throws SQLException {
    List<Reading> found = new ArrayList<>();
    try (ResultSet row = sql.executeQuery()) {
      while (row.next()) {
        found.add(
            new Reading(
                row.getObject(1, UUID.class),
                row.getObject(2, OffsetDateTime.class).toInstant(),
                row.getString(3),
                row.getString(4)));
      }
    }
    return found;
  }

  private void require(UUID caseId) {
    cases.findByIdOptional(caseId).orElseThrow(ReplyProofs::noCase);
  }

  private static NotFound noCase() {
    return new NotFound("工单", "case");
  }
}
