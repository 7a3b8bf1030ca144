package hotline.intake.drafts;

import hotline.intake.cases.Page;
import hotline.intake.cases.PageRequest;
import hotline.intake.drafts.EndedDraft.Ending;
import hotline.relay.quarkus.JoinedConnection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** What is left of drafts that ended without a case; everything joins the running transaction. */
@ApplicationScoped
class EndedDrafts {
  private final JoinedConnection database;

  @Inject
  EndedDrafts(JoinedConnection database) {
    this.database = database;
  }

  /** Those that ended last first. */
  Page<EndedDraft> list(PageRequest page) {
    Behind behind = Behind.of(page);
    return database.call(
        tx -> {
          List<EndedDraft> ended = new ArrayList<>();
          try (PreparedStatement select =
              tx.prepareStatement(
                  "SELECT draft_id, ending, reason, owner_name, handed_from, begun_at, ended_at"
                      + " FROM draft_ending"
                      + (behind == null ? "" : " WHERE (ended_at, draft_id) < (?, ?)")
                      + " ORDER BY ended_at DESC, draft_id DESC LIMIT "
                      + (page.limit() + 1))) {
            if (behind != null) {
              behind.set(select, 1);
            }
            try (ResultSet rows = select.executeQuery()) {
              while (rows.next()) {
                ended.add(line(rows));
              }
            }
          }
          return Page.of(ended, count(tx), page, line -> Behind.cursor(line.endedAt(), line.id()));
        });
  }

  private static long count(Connection tx) throws SQLException {
    try (PreparedStatement select = tx.prepareStatement("SELECT count(*) FROM draft_ending");
        ResultSet row = select.executeQuery()) {
      row.next();
      return row.getLong(1);
    }
  }

  private static EndedDraft line(ResultSet row) throws SQLException {
    String reason = row.getString("reason");
    return new EndedDraft(
        row.getObject("draft_id", UUID.class),
        Ending.valueOf(row.getString("ending")),
        reason == null ? null : DiscardReason.valueOf(reason),
        row.getString("owner_name"),
        row.getString("handed_from"),
        row.getObject("begun_at", OffsetDateTime.class).toInstant(),
        row.getObject("ended_at", OffsetDateTime.class).toInstant());
  }
}
