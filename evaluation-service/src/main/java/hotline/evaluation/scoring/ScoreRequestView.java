package hotline.evaluation.scoring;

import static hotline.relay.quarkus.Columns.instant;

import hotline.lifecycle.Answer;
import hotline.lifecycle.DissatisfactionReason;
import hotline.lifecycle.Solved;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a unit asked about its score, and what became of it. */
@Schema(name = "ScoreRequest")
public record ScoreRequestView(
    UUID requestId,
    ScoreRequestKind kind,
    UUID caseId,
    String caseNo,
    @Schema(description = "null until the case file has come 工单正文未到时为空") String title,
    int round,
    String unitId,
    String unitName,
    ScoreRequestStatus status,
    @Schema(description = "an ExclusionReason or an AppealGround 剔除原因或申诉理由") String reason,
    String explanation,
    String evidence,
    Instant closedAt,
    @Schema(description = "what the citizen said in that round 诉求人本轮评价") Answer responded,
    Solved solved,
    Answer satisfied,
    DissatisfactionReason ratingReason,
    @Schema(description = "null to the unit 对承办单位为空") String verbatim,
    Instant requestedAt,
    @Schema(description = "proposed until it is confirmed, which the unit does not see 确认前对承办单位为空")
        Boolean grants,
    String decisionReason,
    Instant proposedAt,
    @Schema(description = "user id; null to the unit 对承办单位为空") String proposedBy,
    @Schema(description = "why the last proposal was sent back; null to the unit 上次审核意见的退回理由")
        String sentBack,
    Instant endedAt,
    long version) {

  /** What a row is read from, over {@code score_request r}. */
  static final String COLUMNS =
      """
      r.*, f.title, u.name_zh, c.ended_at as closed_at, c.responded, c.solved, c.satisfied,
      c.reason as rating_reason,
      case when c.via in ('SELF_SERVICE', 'SMS') then f.rating_words ->> c.round::text else c.verbatim end as verbatim""";

  static final String JOINS =
      """
       join callback c on c.case_id = r.case_id and c.round = r.round
      left join case_file f on f.case_id = r.case_id
      left join unit u on u.unit_id = r.unit_id""";

  static ScoreRequestView read(ResultSet row) throws SQLException {
    return new ScoreRequestView(
        row.getObject("request_id", UUID.class),
        ScoreRequestKind.valueOf(row.getString("kind")),
        row.getObject("case_id", UUID.class),
        row.getString("case_no"),
        row.getString("title"),
        row.getInt("round"),
        row.getString("unit_id"),
        row.getString("name_zh"),
        ScoreRequestStatus.valueOf(row.getString("status")),
        row.getString("reason"),
        row.getString("explanation"),
        row.getString("evidence"),
        instant(row, "closed_at"),
        code(Answer.class, row.getString("responded"), Answer.UNKNOWN),
        code(Solved.class, row.getString("solved"), Solved.UNKNOWN),
        code(Answer.class, row.getString("satisfied"), Answer.UNKNOWN),
        code(DissatisfactionReason.class, row.getString("rating_reason"), null),
        row.getString("verbatim"),
        instant(row, "requested_at"),
        row.getObject("grants", Boolean.class),
        row.getString("decision_reason"),
        instant(row, "proposed_at"),
        row.getString("proposed_by"),
        row.getString("sent_back"),
        instant(row, "ended_at"),
        row.getLong("version"));
  }

  /** As its unit sees it: how it was decided once that is so, and not who. */
  ScoreRequestView forUnit() {
    boolean decided = endedAt != null;
    return new ScoreRequestView(
        requestId,
        kind,
        caseId,
        caseNo,
        title,
        round,
        unitId,
        unitName,
        status,
        reason,
        explanation,
        evidence,
        closedAt,
        responded,
        solved,
        satisfied,
        ratingReason,
        null,
        requestedAt,
        decided ? grants : null,
        decided ? decisionReason : null,
        null,
        null,
        null,
        endedAt,
        version);
  }

  static <E extends Enum<E>> E code(Class<E> codes, String name, E otherwise) {
    return name == null ? otherwise : Enum.valueOf(codes, name);
  }
}
