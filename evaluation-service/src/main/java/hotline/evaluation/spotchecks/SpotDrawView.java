package hotline.evaluation.spotchecks;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import hotline.lifecycle.SpotCheckBasis;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A draw: from what was drawn, with which seed, and how far its checks are. */
@Schema(name = "SpotDraw")
public record SpotDrawView(
    UUID drawId,
    Instant drawnAt,
    @Schema(description = "user id of the supervisor 抽样人") String drawnBy,
    @Schema(description = "first day of closing 办结日期起") LocalDate from,
    @Schema(description = "first day no longer in it 办结日期止（不含）") LocalDate to,
    String unitId,
    String unitName,
    @Schema(description = "top category, null for all 一级分类") String category,
    @Schema(description = "of a hundred, null when a size was given 抽样比例") BigDecimal share,
    int sampleSize,
    SpotCheckBasis basis,
    @Schema(description = "null of a draw in proportion 权重") DrawWeights weights,
    String algorithm,
    @Schema(description = "32 random bytes in hex, made by the service 随机种子") String seed,
    int frameSize,
    @Schema(description = "SHA-256 of the frame in UTF-8 抽样框摘要") String frameSha256,
    Progress progress,
    @Schema(description = "what each stratum had and gave; null in a list 各层数量")
        List<DrawnStratum> strata) {

  /** How far its checks are. */
  @Schema(name = "SpotDrawProgress")
  public record Progress(
      long checking, long confirming, long recorded, long notDone, long notMade) {}

  /** How much more often than others some strata were drawn, 1 to 5. */
  @Schema(name = "SpotDrawWeights")
  public record DrawWeights(
      @Schema(description = "by unit code 按单位") Map<String, Integer> units,
      @Schema(description = "by top category 按一级分类") Map<String, Integer> categories,
      @Schema(description = "of cases with a signal, null when not told apart 疑似虚假办结")
          Integer suspicious) {

    Weights toWeights() {
      return new Weights(given(units), given(categories), suspicious);
    }

    /** A weight that is named and not given is none that is possible. */
    private static Map<String, Integer> given(Map<String, Integer> weights) {
      Map<String, Integer> given = new HashMap<>();
      if (weights != null) {
        weights.forEach((name, weight) -> given.put(name, weight == null ? 0 : weight));
      }
      return given;
    }

    static DrawWeights of(Weights from) {
      return from.areEven()
          ? null
          : new DrawWeights(from.units(), from.categories(), from.suspicious());
    }
  }

  /** What one stratum had and gave. */
  @Schema(name = "SpotDrawStratum")
  public record DrawnStratum(
      String unitId,
      String unitName,
      String category,
      boolean signalled,
      int size,
      long weight,
      int drawn) {}

  /** What a row is read from, over {@code spot_draw d}; the frame itself is large and not in it. */
  static final String COLUMNS =
      """
      d.draw_id, d.drawn_at, d.drawn_by, d.from_day, d.to_day, d.unit_id, u.name_zh, d.category, d.share,
      d.sample_size, d.basis, d.weights, d.algorithm, d.seed, d.frame_size, d.frame_sha256,
      n.checking, n.confirming, n.recorded, n.not_done, n.not_made""";

  static final String JOINS =
      """
       left join unit u on u.unit_id = d.unit_id
      cross join lateral (
         select count(*) filter (where s.status = 'CHECKING') as checking,
                count(*) filter (where s.status = 'CONFIRMING') as confirming,
                count(*) filter (where s.status = 'RECORDED') as recorded,
                count(*) filter (where s.status = 'RECORDED' and s.finding = 'NOT_DONE') as not_done,
                count(*) filter (where s.status = 'NOT_MADE') as not_made
           from spot_check s where s.draw_id = d.draw_id) n""";

  static SpotDrawView read(ResultSet row, ObjectMapper json) throws SQLException {
    return new SpotDrawView(
        row.getObject("draw_id", UUID.class),
        row.getObject("drawn_at", OffsetDateTime.class).toInstant(),
        row.getString("drawn_by"),
        row.getObject("from_day", LocalDate.class),
        row.getObject("to_day", LocalDate.class),
        row.getString("unit_id"),
        row.getString("name_zh"),
        row.getString("category"),
        row.getBigDecimal("share"),
        row.getInt("sample_size"),
        SpotCheckBasis.valueOf(row.getString("basis")),
        DrawWeights.of(weights(row.getString("weights"), json)),
        row.getString("algorithm"),
        row.getString("seed"),
        row.getInt("frame_size"),
        row.getString("frame_sha256"),
        new Progress(
            row.getLong("checking"),
            row.getLong("confirming"),
            row.getLong("recorded"),
            row.getLong("not_done"),
            row.getLong("not_made")),
        null);
  }

  static Weights weights(String written, ObjectMapper json) {
    if (written == null) {
      return Weights.NONE;
    }
    try {
      return json.readValue(written, Weights.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Weights cannot be read", e);
    }
  }

  SpotDrawView with(List<DrawnStratum> each) {
    return new SpotDrawView(
        drawId,
        drawnAt,
        drawnBy,
        from,
        to,
        unitId,
        unitName,
        category,
        share,
        sampleSize,
        basis,
        weights,
        algorithm,
        seed,
        frameSize,
        frameSha256,
        progress,
        each);
  }
}
