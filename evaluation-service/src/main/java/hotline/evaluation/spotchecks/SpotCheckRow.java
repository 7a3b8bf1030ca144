package hotline.evaluation.spotchecks;

import static hotline.relay.quarkus.Columns.instant;

import hotline.calendar.Light;
import hotline.calendar.WorkCalendar;
import hotline.lifecycle.CaseStatus;
import hotline.lifecycle.SpotCheckBasis;
import hotline.lifecycle.SpotCheckFinding;
import hotline.lifecycle.SpotCheckObstacle;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A drawn case in a list. */
@Schema(name = "SpotCheckRow")
public record SpotCheckRow(
    UUID checkId,
    UUID drawId,
    UUID caseId,
    String caseNo,
    @Schema(description = "null until the case file has come 工单正文未到时为空") String title,
    CaseStatus caseStatus,
    int round,
    String unitId,
    String unitName,
    @Schema(description = "the unit that has the case now, which may be another 现承办单位")
        String leadUnitId,
    @Schema(description = "top category 一级分类") String category,
    SpotCheckBasis basis,
    Set<Signal> signals,
    SpotCheckStatus status,
    Instant drawnAt,
    Instant dueAt,
    Light light,
    @Schema(description = "working minutes left, negative when overdue; 0 once ended 剩余工作分钟")
        long remainingWorkMinutes,
    @Schema(description = "user id; null while nobody has taken it 核查人") String checker,
    @Schema(description = "null when the checker has said none 核查人岗位") String checkerPost,
    @Schema(description = "user id of who named the checker; null when taken 指派人") String namedBy,
    SpotCheckFinding finding,
    SpotCheckObstacle obstacle,
    @Schema(description = "until when the case may be reopened 重开期限") Instant reopenUntil,
    Instant endedAt,
    long version) {

  /** What a row is read from, over {@code spot_check s}. */
  static final String COLUMNS =
      """
      s.*, f.title, k.post as checker_post, u.name_zh, h.status as case_status, h.lead_unit_id, c.reopen_until""";

  static final String JOINS =
      """
       join hotline_case h on h.case_id = s.case_id
      join callback c on c.callback_id = s.callback_id
      left join case_file f on f.case_id = s.case_id
      left join spot_checker k on k.user_ref = s.checker
      left join unit u on u.unit_id = s.unit_id""";

  static SpotCheckRow read(ResultSet row, Instant now, WorkCalendar calendar) throws SQLException {
    Instant due = instant(row, "due_at");
    Instant ended = instant(row, "ended_at");
    return new SpotCheckRow(
        row.getObject("check_id", UUID.class),
        row.getObject("draw_id", UUID.class),
        row.getObject("case_id", UUID.class),
        row.getString("case_no"),
        row.getString("title"),
        CaseStatus.valueOf(row.getString("case_status")),
        row.getInt("round"),
        row.getString("unit_id"),
        row.getString("name_zh"),
        row.getString("lead_unit_id"),
        row.getString("category"),
        SpotCheckBasis.valueOf(row.getString("basis")),
        ClosedCases.signals(row.getArray("signals")),
        SpotCheckStatus.valueOf(row.getString("status")),
        instant(row, "drawn_at"),
        due,
        ended == null ? Light.at(now, instant(row, "yellow_from"), due) : Light.NONE,
        ended == null ? calendar.remainingWork(now, due).toMinutes() : 0,
        row.getString("checker"),
        row.getString("checker_post"),
        row.getString("named_by"),
        code(SpotCheckFinding.class, row.getString("finding")),
        code(SpotCheckObstacle.class, row.getString("obstacle")),
        instant(row, "reopen_until"),
        ended,
        row.getLong("version"));
  }

  static <E extends Enum<E>> E code(Class<E> codes, String name) {
    return name == null ? null : Enum.valueOf(codes, name);
  }
}
