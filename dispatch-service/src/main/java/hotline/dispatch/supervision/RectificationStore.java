package hotline.dispatch.supervision;

import static hotline.relay.quarkus.Columns.instant;

import hotline.dispatch.attachments.AttachedTo;
import hotline.dispatch.attachments.AttachmentStore;
import hotline.dispatch.attachments.FileOwner;
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
import java.util.UUID;
import javax.sql.DataSource;

/** The reports of units under supervision: added, judged once, and never changed. */
@ApplicationScoped
class RectificationStore {

  private final DataSource database;
  private final JoinedConnection connection;
  private final AttachmentStore attachments;

  RectificationStore(
      DataSource database, JoinedConnection connection, AttachmentStore attachments) {
    this.database = database;
    this.connection = connection;
    this.attachments = attachments;
  }

  void add(SupervisionOrder order, int answerNo, AnswerOrder.Entry entry, String by, Instant at) {
    connection.write(
        "insert into supervision_answer (order_id, answer_no, words, answered_by, answered_at)"
            + " values (?, ?, ?, ?, ?)",
        order.orderId(),
        answerNo,
        entry.words().strip(),
        by,
        at.atOffset(ZoneOffset.UTC));
    attachments.bind(
        AttachedTo.RECTIFICATION,
        order.orderId(),
        answerNo,
        entry.attachments(),
        new FileOwner(order.caseId(), order.unitId(), order.unitPath()),
        at);
  }

  void judge(UUID orderId, int answerNo, boolean accepted, String remark, String by, Instant at) {
    connection.write(
        "update supervision_answer set accepted = ?, remark = ?, judged_by = ?, judged_at = ?"
            + " where order_id = ? and answer_no = ?",
        accepted,
        remark,
        by,
        at.atOffset(ZoneOffset.UTC),
        orderId,
        answerNo);
  }

  /** Null when there is no such report. */
  String authorOf(UUID orderId, int answerNo) {
    return connection.call(
        tx -> {
          try (PreparedStatement sql =
              tx.prepareStatement(
                  "select answered_by from supervision_answer where order_id = ? and answer_no = ?")) {
            sql.setObject(1, orderId);
            sql.setInt(2, answerNo);
            try (ResultSet row = sql.executeQuery()) {
              return row.next() ? row.getString(1) : null;
            }
          }
        });
  }

  Map<UUID, List<Rectification>> of(Collection<UUID> orderIds) {
    Map<UUID, List<Rectification>> found = new HashMap<>();
    if (orderIds.isEmpty()) {
      return found;
    }
    try (Connection reading = database.getConnection();
        PreparedStatement sql =
            reading.prepareStatement(
                "select order_id, answer_no, words, answered_at, accepted, remark, judged_at, "
                    + AttachmentStore.column(AttachedTo.RECTIFICATION, "s.order_id", "s.answer_no")
                    + " from supervision_answer s where order_id = any(?) order by order_id, answer_no")) {
      sql.setArray(1, reading.createArrayOf("uuid", orderIds.toArray()));
      try (ResultSet row = sql.executeQuery()) {
        while (row.next()) {
          found
              .computeIfAbsent(row.getObject(1, UUID.class), none -> new ArrayList<>())
              .add(
                  new Rectification(
                      row.getInt(2),
                      row.getString(3),
                      instant(row, 4),
                      row.getObject(5, Boolean.class),
                      row.getString(6),
                      instant(row, 7),
                      AttachmentStore.read(row)));
        }
      }
      return found;
    } catch (SQLException e) {
      throw new IllegalStateException("Rectification reports cannot be read", e);
    }
  }
}
