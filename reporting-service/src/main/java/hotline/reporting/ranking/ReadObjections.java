package hotline.reporting.ranking;

import hotline.access.Actor;
import hotline.access.Scope;
import hotline.reporting.log.ReadModels;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Reads what units object to: the centre all of it, units that of their own subtree. */
@ApplicationScoped
class ReadObjections {

  /**
   * An objection for those who may read it.
   *
   * @param raisedBy user id
   * @param decidedBy user id; null while it is open
   */
  @Schema(name = "RankingObjection")
  public record ObjectionView(
      UUID objectionId,
      UUID rankingId,
      LocalDate periodFrom,
      LocalDate periodTo,
      String unitId,
      String unitName,
      String words,
      Objection.Status status,
      long version,
      String raisedBy,
      Instant raisedAt,
      String decidedBy,
      Instant decidedAt,
      String reason) {}

  /** A page of objections, their exact count, and those of both tabs. */
  @Schema(name = "RankingObjectionPage")
  public record ObjectionPage(
      List<ObjectionView> items, long count, Counts counts, String nextCursor) {
    /** Exact counts. */
    @Schema(name = "RankingObjectionCounts")
    public record Counts(long open, long decided) {}
  }

  private final ReadModels tables;

  ReadObjections(ReadModels tables) {
    this.tables = tables;
  }

  /**
   * @param rankingId null for those of all rankings
   */
  ObjectionPage page(
      boolean open, UUID rankingId, ObjectionCursor cursor, int limit, Actor reader) {
    String prefix = Scope.of(reader).sqlUnitPathPrefix().orElse(null);
    String seen =
        " FROM ranking_objection o JOIN ranking r USING (ranking_id)"
            + " LEFT JOIN directory_name d ON d.kind = 'unit' AND d.code = o.unit_id"
            + " WHERE (?::uuid IS NULL OR o.ranking_id = ?::uuid)"
            + " AND (?::text IS NULL OR d.path = ?::text OR starts_with(d.path, ?::text || '/'))";
    String time = open ? "o.raised_at" : "o.decided_at";
    String order = open ? "" : " DESC";
    String sql =
        "SELECT whole.*, page.* FROM (SELECT count(*) FILTER (WHERE o.status = 'OPEN') AS open,"
            + " count(*) FILTER (WHERE o.status <> 'OPEN') AS decided"
            + seen
            + ") whole LEFT JOIN (SELECT o.*, r.period_from, r.period_to, d.name_zh"
            + seen
            + (open ? " AND o.status = 'OPEN'" : " AND o.status <> 'OPEN'")
            + (cursor == null
                ? ""
                : " AND ("
                    + time
                    + ", o.objection_id) "
                    + (open ? ">" : "<")
                    + " (?::timestamptz, ?::uuid)")
            + " ORDER BY "
            + time
            + order
            + ", o.objection_id"
            + order
            + " LIMIT "
            + (limit + 1)
            + ") page ON true ORDER BY page."
            + time.substring(2)
            + order
            + ", page.objection_id"
            + order;
    return tables.read(
        connection -> {
          List<ObjectionView> items = new ArrayList<>();
          ObjectionPage.Counts counts = new ObjectionPage.Counts(0, 0);
          try (PreparedStatement select = connection.prepareStatement(sql)) {
            int next = 1;
            for (int i = 0; i < 2; i++) {
              select.setObject(next++, rankingId);
              select.setObject(next++, rankingId);
              for (int j = 0; j < 3; j++) {
                select.setString(next++, prefix);
              }
            }
            if (cursor != null) {
              select.setObject(next++, Rankings.at(cursor.at()));
              select.setObject(next, cursor.objectionId());
            }
            try (ResultSet rows = select.executeQuery()) {
              while (rows.next()) {
                counts = new ObjectionPage.Counts(rows.getLong("open"), rows.getLong("decided"));
                if (rows.getObject("objection_id") != null) {
                  items.add(view(rows));
                }
              }
            }
          }
          boolean more = items.size() > limit;
          ObjectionView last = more ? items.get(limit - 1) : null;
          return new ObjectionPage(
              more ? List.copyOf(items.subList(0, limit)) : items,
              open ? counts.open() : counts.decided(),
              counts,
              more
                  ? new ObjectionCursor(
                          open ? last.raisedAt() : last.decidedAt(), last.objectionId())
                      .text()
                  : null);
        });
  }

  private static ObjectionView view(ResultSet row) throws SQLException {
    Objection one = Rankings.objection(row);
    String name = row.getString("name_zh");
    return new ObjectionView(
        one.objectionId(),
        one.rankingId(),
        row.getObject("period_from", LocalDate.class),
        row.getObject("period_to", LocalDate.class),
        one.unitId(),
        name == null ? one.unitId() : name,
        one.words(),
        one.status(),
        one.version(),
        one.raisedBy(),
        one.raisedAt(),
        one.decidedBy(),
        one.decidedAt(),
        one.reason());
  }
}
