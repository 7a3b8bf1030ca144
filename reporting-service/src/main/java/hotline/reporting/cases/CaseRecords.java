package hotline.reporting.cases;

import static hotline.relay.quarkus.Columns.instant;

import hotline.lifecycle.Answer;
import hotline.lifecycle.CaseStatus;
import hotline.lifecycle.ClosedBy;
import hotline.lifecycle.EnteredAs;
import hotline.lifecycle.RatedVia;
import hotline.lifecycle.Solved;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** The table of case records: a poll's cases are read with one statement and written with one. */
@ApplicationScoped
public class CaseRecords {

  private static final List<String> COLUMNS =
      List.of(
          "case_id",
          "case_no",
          "status",
          "kind",
          "urgency",
          "channel",
          "category_code",
          "place_code",
          "place_path",
          "external_source",
          "external_ref",
          "received_at",
          "registered_at",
          "accepted_at",
          "answered_direct_at",
          "first_replied_at",
          "last_replied_at",
          "closed_at",
          "withdrawn_at",
          "transfer_acknowledged_at",
          "main_case_id",
          "answered_with_main",
          "split_from",
          "entered_as",
          "reply_due",
          "unit_id",
          "unit_path",
          "rounds",
          "overdue",
          "unit_overdue",
          "urge_count",
          "held_until",
          "extension_count",
          "return_count",
          "reopen_count",
          "excluded_at",
          "rating_set_aside",
          "dispute_count",
          "ruling_count",
          "ruling_minutes",
          "disputed_at",
          "spot_result",
          "spot_weighted_result",
          "spot_unit_id",
          "spot_unit_path",
          "spot_weighted_unit_id",
          "spot_weighted_unit_path",
          "rated_via",
          "closed_by",
          "responded",
          "solved",
          "satisfied",
          "request_true",
          "first_solved",
          "first_satisfied");

  private static final String SELECT =
      "SELECT " + String.join(", ", COLUMNS) + " FROM case_record WHERE case_id = ANY (?)";

  private static final String UPSERT =
      "INSERT INTO case_record ("
          + String.join(", ", COLUMNS)
          + ") VALUES ("
          + COLUMNS.stream().map(column -> "?").collect(Collectors.joining(", "))
          + ") ON CONFLICT (case_id) DO UPDATE SET "
          + COLUMNS.stream()
              .skip(2)
              .map(column -> column + " = excluded." + column)
              .collect(Collectors.joining(", "));

  /** The records of these cases, those that exist. */
  public Map<UUID, CaseRecord> find(Connection tx, Collection<UUID> caseIds) throws SQLException {
    Map<UUID, CaseRecord> records = new HashMap<>();
    try (PreparedStatement select = tx.prepareStatement(SELECT)) {
      select.setArray(1, tx.createArrayOf("uuid", caseIds.toArray()));
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          CaseRecord row = read(rows);
          records.put(row.caseId, row);
        }
      }
    }
    return records;
  }

  /** Writes the records as they are now. */
  public void save(Connection tx, Collection<CaseRecord> records) throws SQLException {
    try (PreparedStatement upsert = tx.prepareStatement(UPSERT)) {
      for (CaseRecord row : records) {
        write(upsert, row);
        upsert.addBatch();
      }
      upsert.executeBatch();
    }
  }

  private static CaseRecord read(ResultSet rows) throws SQLException {
    CaseRecord row =
        new CaseRecord(rows.getObject("case_id", UUID.class), rows.getString("case_no"));
    row.status = CaseStatus.valueOf(rows.getString("status"));
    row.kind = rows.getString("kind");
    row.urgency = rows.getString("urgency");
    row.channel = rows.getString("channel");
    row.categoryCode = rows.getString("category_code");
    row.placeCode = rows.getString("place_code");
    row.placePath = rows.getString("place_path");
    row.externalSource = rows.getString("external_source");
    row.externalRef = rows.getString("external_ref");
    row.receivedAt = instant(rows, "received_at");
    row.registeredAt = instant(rows, "registered_at");
    row.acceptedAt = instant(rows, "accepted_at");
    row.answeredDirectAt = instant(rows, "answered_direct_at");
    row.firstRepliedAt = instant(rows, "first_replied_at");
    row.lastRepliedAt = instant(rows, "last_replied_at");
    row.closedAt = instant(rows, "closed_at");
    row.withdrawnAt = instant(rows, "withdrawn_at");
    row.transferAcknowledgedAt = instant(rows, "transfer_acknowledged_at");
    row.mainCaseId = rows.getObject("main_case_id", UUID.class);
    row.answeredWithMain = rows.getBoolean("answered_with_main");
    row.splitFrom = rows.getObject("split_from", UUID.class);
    row.enteredAs = code(EnteredAs.class, rows.getString("entered_as"));
    row.replyDue = instant(rows, "reply_due");
    row.unitId = rows.getString("unit_id");
    row.unitPath = rows.getString("unit_path");
    row.rounds = rows.getInt("rounds");
    row.overdue = rows.getBoolean("overdue");
    row.unitOverdue = rows.getBoolean("unit_overdue");
    row.urgeCount = rows.getInt("urge_count");
    row.heldUntil = instant(rows, "held_until");
    row.extensionCount = rows.getInt("extension_count");
    row.returnCount = rows.getInt("return_count");
    row.reopenCount = rows.getInt("reopen_count");
    row.excludedAt = instant(rows, "excluded_at");
    row.ratingSetAside = rows.getBoolean("rating_set_aside");
    row.disputeCount = rows.getInt("dispute_count");
    row.rulingCount = rows.getInt("ruling_count");
    row.rulingMinutes = rows.getLong("ruling_minutes");
    row.disputedAt = instant(rows, "disputed_at");
    row.spotResult = rows.getString("spot_result");
    row.spotWeightedResult = rows.getString("spot_weighted_result");
    row.spotUnitId = rows.getString("spot_unit_id");
    row.spotUnitPath = rows.getString("spot_unit_path");
    row.spotWeightedUnitId = rows.getString("spot_weighted_unit_id");
    row.spotWeightedUnitPath = rows.getString("spot_weighted_unit_path");
    row.ratedVia = code(RatedVia.class, rows.getString("rated_via"));
    row.closedBy = code(ClosedBy.class, rows.getString("closed_by"));
    row.responded = code(Answer.class, rows.getString("responded"));
    row.solved = code(Solved.class, rows.getString("solved"));
    row.satisfied = code(Answer.class, rows.getString("satisfied"));
    row.requestTrue = code(Answer.class, rows.getString("request_true"));
    row.firstSolved = code(Solved.class, rows.getString("first_solved"));
    row.firstSatisfied = code(Answer.class, rows.getString("first_satisfied"));
    return row;
  }

  private static void write(PreparedStatement upsert, CaseRecord row) throws SQLException {
    Object[] values = {
      row.caseId,
      row.caseNo,
      row.status.name(),
      row.kind,
      row.urgency,
      row.channel,
      row.categoryCode,
      row.placeCode,
      row.placePath,
      row.externalSource,
      row.externalRef,
      at(row.receivedAt),
      at(row.registeredAt),
      at(row.acceptedAt),
      at(row.answeredDirectAt),
      at(row.firstRepliedAt),
      at(row.lastRepliedAt),
      at(row.closedAt),
      at(row.withdrawnAt),
      at(row.transferAcknowledgedAt),
      row.mainCaseId,
      row.answeredWithMain,
      row.splitFrom,
      row.enteredAs == null ? null : row.enteredAs.name(),
      at(row.replyDue),
      row.unitId,
      row.unitPath,
      row.rounds,
      row.overdue,
      row.unitOverdue,
      row.urgeCount,
      at(row.heldUntil),
      row.extensionCount,
      row.returnCount,
      row.reopenCount,
      at(row.excludedAt),
      row.ratingSetAside,
      row.disputeCount,
      row.rulingCount,
      row.rulingMinutes,
      at(row.disputedAt),
      row.spotResult,
      row.spotWeightedResult,
      row.spotUnitId,
      row.spotUnitPath,
      row.spotWeightedUnitId,
      row.spotWeightedUnitPath,
      name(row.ratedVia),
      name(row.closedBy),
      name(row.responded),
      name(row.solved),
      name(row.satisfied),
      name(row.requestTrue),
      name(row.firstSolved),
      name(row.firstSatisfied)
    };
    for (int i = 0; i < values.length; i++) {
      upsert.setObject(i + 1, values[i]);
    }
  }

  private static OffsetDateTime at(Instant instant) {
    return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
  }

  private static <E extends Enum<E>> E code(Class<E> type, String name) {
    return name == null ? null : Enum.valueOf(type, name);
  }

  private static String name(Enum<?> code) {
    return code == null ? null : code.name();
  }
}
