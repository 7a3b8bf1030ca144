package hotline.dispatch.publicreplies;

import hotline.lifecycle.EventCodec;
import hotline.lifecycle.PublicReply;
import hotline.lifecycle.PublicReply.Answer;
import hotline.lifecycle.Source;
import hotline.lifecycle.Topics;
import hotline.lifecycle.Uuid7;
import hotline.relay.OutboxRecord;
import hotline.relay.quarkus.JoinedConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What units answered citizens (公开答复), for the topic where the citizens' page hears it. The row of
 * each case is locked while its record is written: the newest has everything, and none is written
 * after the tombstone.
 */
@ApplicationScoped
public class PublicReplies {

  private static final String OF_CASES =
      """
      select p.case_id, c.case_no, p.round, p.unit_id, p.with_main, p.replied_at, p.passed_at, p.public_reply
      from answered_round p
      join handled_case c on c.case_id = p.case_id
      where p.case_id = any(?)
        and not exists (select 1 from case_file f where f.case_id = p.case_id and f.erased)
      order by p.case_id, p.round, p.passed_at
      """;

  private final JoinedConnection connection;

  PublicReplies(JoinedConnection connection) {
    this.connection = connection;
  }

  /**
   * All that was answered of these cases; nothing of one that was not, or that was erased. What was
   * answered may name each of those that were handled together: once one is erased, of the others
   * only the rounds are said.
   */
  public List<OutboxRecord> of(Collection<UUID> caseIds, Instant now) {
    if (caseIds.isEmpty()) {
      return List.of();
    }
    return connection.call(tx -> answered(tx, caseIds)).stream()
        .map(one -> record(one.saidAt(now), now))
        .toList();
  }

  /** The tombstone of a case whose text was erased: what was answered tells of its citizen, too. */
  OutboxRecord erased(UUID caseId, String caseNo, Instant now) {
    return record(caseId, caseNo, null, now);
  }

  private static Collection<AnsweredCase> answered(Connection tx, Collection<UUID> caseIds)
      throws SQLException {
    Map<UUID, AnsweredCase> found = new LinkedHashMap<>();
    HandledTogether together = HandledTogether.with(tx, caseIds);
    try (PreparedStatement sql = tx.prepareStatement(OF_CASES)) {
      sql.setArray(1, tx.createArrayOf("uuid", caseIds.toArray()));
      try (ResultSet row = sql.executeQuery()) {
        boolean silent = false;
        while (row.next()) {
          UUID caseId = row.getObject("case_id", UUID.class);
          AnsweredCase one = found.get(caseId);
          if (one == null) {
            // The rows of a case follow each other.
            silent = together.anErasedOne(caseId);
            one = new AnsweredCase(caseId, row.getString("case_no"), together.with(caseId));
            found.put(caseId, one);
          }
          one.add(
              new Answer(
                  row.getInt("round"),
                  row.getString("unit_id"),
                  row.getBoolean("with_main"),
                  row.getObject("replied_at", OffsetDateTime.class).toInstant(),
                  row.getObject("passed_at", OffsetDateTime.class).toInstant(),
                  silent ? null : row.getString("public_reply")));
        }
      }
    }
    return new ArrayList<>(found.values());
  }

  private static OutboxRecord record(PublicReply said, Instant now) {
    return record(said.caseId(), said.caseNo(), EventCodec.write(said), now);
  }

  private static OutboxRecord record(UUID caseId, String caseNo, byte[] value, Instant now) {
    return new OutboxRecord(
        Topics.PUBLIC_REPLY,
        caseId.toString(),
        value,
        EventCodec.stateHeaders(Uuid7.at(now), PublicReply.TYPE, Source.DISPATCH, caseNo, now));
  }
}
