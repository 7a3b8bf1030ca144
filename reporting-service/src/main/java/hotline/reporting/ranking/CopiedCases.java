package hotline.reporting.ranking;

import hotline.access.Actor;
import hotline.access.Forbidden;
import hotline.access.NotFound;
import hotline.access.Scope;
import hotline.reporting.directory.DirectoryNames;
import hotline.reporting.log.ReadModels;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Reads the cases behind the numbers of a ranking, as they were copied. */
@ApplicationScoped
class CopiedCases {

  /** A case behind a number, as it was copied. */
  @Schema(name = "RankingCase")
  public record CopiedCase(UUID caseId, String caseNo, List<String> counters) {}

  /** A page of cases and their exact count. */
  @Schema(name = "RankingCasePage")
  public record CasePage(List<CopiedCase> items, long count, String nextCursor) {}

  private final ReadModels tables;
  private final Rankings rankings;
  private final ReadRankings read;
  private final DirectoryNames names;

  CopiedCases(ReadModels tables, Rankings rankings, ReadRankings read, DirectoryNames names) {
    this.tables = tables;
    this.rankings = rankings;
    this.read = read;
    this.names = names;
  }

  /** What cases behind a number are asked for. */
  record CasesAsked(
      UUID rankingId, int edition, String unitId, Kpi kpi, Kpi.Part part, UUID after, int limit) {}

  /** The cases behind a number of a unit, as they were copied. */
  CasePage cases(CasesAsked asked, Actor reader) {
    return tables.read(
        connection -> {
          DirectoryNames.Unit unit = names.units(connection).get(asked.unitId());
          if (!Scope.of(reader).seesUnit(unit == null ? null : unit.path())) {
            throw Forbidden.otherUnit();
          }
          Ranking ranking = read.readable(connection, asked.rankingId(), reader);
          Optional<Integer> snapshot =
              ranking.status() == RankingStatus.PUBLISHED
                  ? rankings.snapshotOf(connection, asked.rankingId(), asked.edition())
                  : Optional.of(ranking.snapshot()).filter(kept -> ranking.keepsInputs());
          return cases(
              connection,
              asked,
              snapshot.orElseThrow(
                  () -> new NotFound("依据清单（数据库恢复后仅保留已发布的结果，撤回后不保留）", "list behind this ranking")));
        });
  }

  private static CasePage cases(Connection connection, CasesAsked asked, int snapshot)
      throws SQLException {
    String of =
        " FROM ranking_input WHERE ranking_id = ? AND snapshot = ? AND unit_id = ?"
            + " AND counters && ?::text[] AND NOT counters && ?::text[]";
    String sql =
        "SELECT whole.cases, page.* FROM (SELECT count(*) AS cases"
            + of
            + ") whole LEFT JOIN (SELECT case_id, case_no, counters"
            + of
            + (asked.after() == null ? "" : " AND case_id > ?")
            + " ORDER BY case_id LIMIT "
            + (asked.limit() + 1)
            + ") page ON true ORDER BY page.case_id";
    var any =
        connection.createArrayOf(
            "text", asked.kpi().anyOf(asked.part()).stream().map(Enum::name).toArray());
    var none =
        connection.createArrayOf(
            "text", asked.kpi().noneOf(asked.part()).stream().map(Enum::name).toArray());
    int limit = asked.limit();
    try (PreparedStatement select = connection.prepareStatement(sql)) {
      int next = 1;
      for (int i = 0; i < 2; i++) {
        select.setObject(next++, asked.rankingId());
        select.setInt(next++, snapshot);
        select.setString(next++, asked.unitId());
        select.setArray(next++, any);
        select.setArray(next++, none);
      }
      if (asked.after() != null) {
        select.setObject(next, asked.after());
      }
      List<CopiedCase> items = new ArrayList<>();
      long count = 0;
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          count = rows.getLong("cases");
          UUID caseId = rows.getObject("case_id", UUID.class);
          if (caseId != null) {
            items.add(
                new CopiedCase(
                    caseId,
                    rows.getString("case_no"),
                    List.of((String[]) rows.getArray("counters").getArray())));
          }
        }
      }
      boolean more = items.size() > limit;
      return new CasePage(
          more ? List.copyOf(items.subList(0, limit)) : items,
          count,
          more ? items.get(limit - 1).caseId().toString() : null);
    }
  }
}
