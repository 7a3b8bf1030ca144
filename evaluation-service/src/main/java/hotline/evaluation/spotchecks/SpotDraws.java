package hotline.evaluation.spotchecks;

import com.fasterxml.jackson.databind.ObjectMapper;
import hotline.access.NotFound;
import hotline.evaluation.callbacks.PageCursor;
import hotline.relay.quarkus.JoinedConnection;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Every draw there ever was, and whether it can be drawn again. */
@ApplicationScoped
class SpotDraws {

  /** A page, newest first; {@code count} is the number of all draws. */
  @Schema(name = "SpotDrawPage")
  record Page(
      List<SpotDrawView> items,
      long count,
      @Schema(
              description =
                  "of all draws in proportion, from which the rate of false closures is 按比例抽样合计")
          Totals totals,
      String nextCursor) {}

  /** What was drawn beside what came of it: a rate of the checks that were made says less alone. */
  @Schema(name = "SpotDrawTotals")
  record Totals(
      long drawn,
      @Schema(description = "未结束") long open,
      @Schema(description = "有结论") long recorded,
      @Schema(description = "未核查") long notMade) {}

  /** From what was drawn: the text whose SHA-256 stands with the draw. */
  @Schema(name = "SpotDrawFrame")
  record FrameText(
      UUID drawId,
      String sha256,
      @Schema(
              description =
                  "a line each: case id, round, unit, top category or -, S for a signal or -; ended by"
                      + " LF 每行一件，可自行计算摘要并复抽")
          String frame) {}

  /** What drawing again found. */
  @Schema(name = "SpotRedraw")
  record Redraw(
      UUID drawId,
      @Schema(description = "the same cases, of an untouched frame 复抽结果一致") boolean equal,
      @Schema(description = "the frame has its SHA-256 抽样框未被改动") boolean frameIntact,
      @Schema(description = "whether this version knows the algorithm 本版本支持该算法")
          boolean algorithmKnown,
      int drawn,
      @Schema(description = "drawn again but not checked 复抽应有而任务中没有") List<UUID> missing,
      @Schema(description = "checked but not drawn again 任务中有而复抽没有") List<UUID> added) {}

  private record Kept(
      String algorithm, int size, Weights weights, String seed, String frame, String sha256) {}

  private static final String QUERY =
      "select (select count(*) from spot_draw) as draws, p.* from (select 1) one left join (select "
          + SpotDrawView.COLUMNS
          + " from spot_draw d"
          + SpotDrawView.JOINS
          + " where %s order by d.drawn_at desc, d.draw_id desc limit ?) p on true"
          + " order by p.drawn_at desc, p.draw_id desc";

  private final AgroalDataSource database;
  private final JoinedConnection joined;
  private final ObjectMapper json;

  SpotDraws(AgroalDataSource database, JoinedConnection joined, ObjectMapper json) {
    this.database = database;
    this.joined = joined;
    this.json = json;
  }

  Page page(PageCursor after, int limit) {
    return query(
        connection -> {
          try (PreparedStatement select =
              connection.prepareStatement(
                  QUERY.formatted(after == null ? "true" : "(d.drawn_at, d.draw_id) < (?, ?)"))) {
            int parameter = 1;
            if (after != null) {
              select.setObject(parameter++, after.time().atOffset(ZoneOffset.UTC));
              select.setObject(parameter++, after.id());
            }
            // One more than asked for tells whether there is a next page.
            select.setInt(parameter, limit + 1);
            List<SpotDrawView> items = new ArrayList<>();
            long count = 0;
            try (ResultSet row = select.executeQuery()) {
              while (row.next()) {
                count = row.getLong("draws");
                if (row.getObject("draw_id") != null) {
                  items.add(SpotDrawView.read(row, json));
                }
              }
            }
            boolean more = items.size() > limit;
            List<SpotDrawView> page = more ? items.subList(0, limit) : items;
            SpotDrawView last = more ? items.get(limit - 1) : null;
            return new Page(
                List.copyOf(page),
                count,
                totals(connection),
                more ? new PageCursor(last.drawnAt(), last.drawId()).format() : null);
          }
        });
  }

  private static Totals totals(Connection connection) throws SQLException {
    try (PreparedStatement select =
            connection.prepareStatement(
                """
                select count(*), count(*) filter (where ended_at is null),
                       count(*) filter (where status = 'RECORDED'),
                       count(*) filter (where status = 'NOT_MADE')
                  from spot_check where basis = 'PROPORTIONAL'""");
        ResultSet row = select.executeQuery()) {
      row.next();
      return new Totals(row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4));
    }
  }

  /** With what each stratum had and gave, computed again. */
  SpotDrawView read(UUID drawId) {
    return query(connection -> read(connection, drawId));
  }

  /** The same within the transaction that draws. */
  SpotDrawView readIn(UUID drawId) {
    return joined.call(tx -> read(tx, drawId));
  }

  private SpotDrawView read(Connection connection, UUID drawId) throws SQLException {
    SpotDrawView draw;
    try (PreparedStatement select =
        connection.prepareStatement(
            "select "
                + SpotDrawView.COLUMNS
                + " from spot_draw d"
                + SpotDrawView.JOINS
                + " where d.draw_id = ?")) {
      select.setObject(1, drawId);
      try (ResultSet row = select.executeQuery()) {
        if (!row.next()) {
          throw notFound();
        }
        draw = SpotDrawView.read(row, json);
      }
    }
    Kept kept = kept(connection, drawId);
    if (!kept.algorithm().equals(StratifiedDraw.ALGORITHM)) {
      return draw;
    }
    Map<String, String> names = unitNames(connection);
    return draw.with(
        again(kept).shares().stream()
            .map(
                share ->
                    new SpotDrawView.DrawnStratum(
                        share.stratum().unitId(),
                        names.get(share.stratum().unitId()),
                        share.stratum().category(),
                        share.stratum().signalled(),
                        share.size(),
                        share.weight(),
                        share.drawn()))
            .toList());
  }

  FrameText frame(UUID drawId) {
    Kept kept = query(connection -> kept(connection, drawId));
    return new FrameText(drawId, kept.sha256(), kept.frame());
  }

  /** Draws again from what was kept, and compares with the checks that there are. */
  Redraw redraw(UUID drawId) {
    return query(
        connection -> {
          Kept kept = kept(connection, drawId);
          boolean intact = Frame.sha256(kept.frame()).equals(kept.sha256());
          boolean known = kept.algorithm().equals(StratifiedDraw.ALGORITHM);
          TreeSet<UUID> there = checked(connection, drawId);
          if (!known) {
            return new Redraw(drawId, false, intact, false, there.size(), List.of(), List.of());
          }
          TreeSet<UUID> again = new TreeSet<>();
          again(kept).lines().forEach(line -> again.add(line.caseId()));
          List<UUID> missing = again.stream().filter(id -> !there.contains(id)).toList();
          List<UUID> added = there.stream().filter(id -> !again.contains(id)).toList();
          return new Redraw(
              drawId,
              intact && missing.isEmpty() && added.isEmpty(),
              intact,
              true,
              there.size(),
              missing,
              added);
        });
  }

  private static StratifiedDraw.Drawn again(Kept kept) {
    return StratifiedDraw.draw(Frame.parse(kept.frame()), kept.size(), kept.weights(), kept.seed());
  }

  private Kept kept(Connection connection, UUID drawId) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            "select algorithm, sample_size, weights, seed, frame, frame_sha256 from spot_draw"
                + " where draw_id = ?")) {
      select.setObject(1, drawId);
      try (ResultSet row = select.executeQuery()) {
        if (!row.next()) {
          throw notFound();
        }
        return new Kept(
            row.getString("algorithm"),
            row.getInt("sample_size"),
            SpotDrawView.weights(row.getString("weights"), json),
            row.getString("seed"),
            row.getString("frame"),
            row.getString("frame_sha256"));
      }
    }
  }

  private static TreeSet<UUID> checked(Connection connection, UUID drawId) throws SQLException {
    TreeSet<UUID> checked = new TreeSet<>();
    try (PreparedStatement select =
        connection.prepareStatement("select case_id from spot_check where draw_id = ?")) {
      select.setObject(1, drawId);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          checked.add(row.getObject(1, UUID.class));
        }
      }
    }
    return checked;
  }

  private static Map<String, String> unitNames(Connection connection) throws SQLException {
    Map<String, String> names = new HashMap<>();
    try (PreparedStatement select =
            connection.prepareStatement("select unit_id, name_zh from unit");
        ResultSet row = select.executeQuery()) {
      while (row.next()) {
        names.put(row.getString(1), row.getString(2));
      }
    }
    return names;
  }

  private interface Query<T> {
    T run(Connection connection) throws SQLException;
  }

  private <T> T query(Query<T> query) {
    try (Connection connection = database.getConnection()) {
      return query.run(connection);
    } catch (SQLException e) {
      throw new IllegalStateException("The draws cannot be read", e);
    }
  }

  private static NotFound notFound() {
    return new NotFound("抽样", "draw");
  }
}
