package hotline.evaluation.callbacks;

import hotline.calendar.Light;
import hotline.calendar.WorkCalendar;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A row of the callback desk. Blind (盲访): neither unit nor handler is in it, so that the agent asks
 * without knowing whom the answer is about.
 */
@Schema(name = "CallbackSummary")
public record CallbackSummary(
    UUID callbackId,
    UUID caseId,
    String caseNo,
    int round,
    @Schema(description = "null until the case file has come 工单正文未到时为空") String title,
    String demand,
    String kind,
    String urgency,
    @Schema(
            description =
                "false: the reporter wants no callback or left no number 诉求人不需要回访或未留电话时为 false")
        boolean wantsCallback,
    CallbackStatus status,
    int attempts,
    Instant openedAt,
    Instant callbackDue,
    boolean overdue,
    Light light,
    @Schema(description = "working minutes left, negative when overdue 剩余工作分钟")
        long remainingWorkMinutes,
    long version) {

  static CallbackSummary read(ResultSet row, Instant now, WorkCalendar calendar)
      throws SQLException {
    CallbackStatus status = CallbackStatus.valueOf(row.getString("status"));
    Instant opened = row.getObject("opened_at", OffsetDateTime.class).toInstant();
    Instant due = row.getObject("callback_due", OffsetDateTime.class).toInstant();
    boolean open = status == CallbackStatus.OPEN;
    return new CallbackSummary(
        row.getObject("callback_id", UUID.class),
        row.getObject("case_id", UUID.class),
        row.getString("case_no"),
        row.getInt("round"),
        row.getString("title"),
        row.getString("demand"),
        row.getString("kind"),
        row.getString("urgency"),
        row.getBoolean("wants_callback"),
        status,
        row.getInt("attempts"),
        opened,
        due,
        row.getObject("overdue_since") != null,
        open
            ? Light.at(now, row.getObject("yellow_from", OffsetDateTime.class).toInstant(), due)
            : Light.NONE,
        open ? calendar.remainingWork(now, due).toMinutes() : 0,
        row.getLong("version"));
  }
}
