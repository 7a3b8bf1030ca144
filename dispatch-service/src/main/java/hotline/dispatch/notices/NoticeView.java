package hotline.dispatch.notices;

import hotline.calendar.WorkCalendar;
import hotline.dispatch.directory.Directory;
import hotline.lifecycle.NoticeGround;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A notice as people see it.
 *
 * @param title of the case; null until its text has arrived
 * @param remark for the leader in charge; null for the people of a unit
 * @param receiptsOverdue whether receipts are due and not in
 * @param overdue whether the result is due and not there
 * @param remainingWorkMinutes until the result is due; negative afterwards
 */
@Schema(name = "ResponsibilityNotice")
public record NoticeView(
    UUID noticeId,
    String noticeNo,
    UUID caseId,
    String caseNo,
    String title,
    String unitId,
    String unitName,
    NoticeGround ground,
    String demand,
    String promise,
    String remark,
    NoticeStatus status,
    int deliveries,
    int receipts,
    CaseResult result,
    Instant resultAt,
    Instant issuedAt,
    Instant receiptsDueAt,
    boolean receiptsOverdue,
    Instant dueAt,
    boolean overdue,
    long remainingWorkMinutes,
    Instant endedAt,
    String withdrawal,
    long version,
    List<ResponsiblePerson> responsible,
    List<SheetView> sheets) {

  static NoticeView of(
      ResponsibilityNotice notice,
      String caseNo,
      String title,
      List<ResponsiblePerson> responsible,
      List<NoticeSheet> sheets,
      Directory names,
      Instant now,
      WorkCalendar calendar) {
    boolean over = notice.isOver();
    return new NoticeView(
        notice.noticeId(),
        notice.noticeNo(),
        notice.caseId(),
        caseNo,
        title,
        notice.unitId(),
        names.unitName(notice.unitId()),
        notice.ground(),
        notice.demand(),
        notice.promise(),
        notice.remark(),
        notice.status(),
        notice.deliveries(),
        notice.receipts(),
        notice.result(),
        notice.resultAt(),
        notice.issuedAt(),
        notice.receiptsDueAt(),
        !over && notice.receipts() < NoticeMoves.SIX && now.isAfter(notice.receiptsDueAt()),
        notice.dueAt(),
        !over && notice.result() == null && now.isAfter(notice.dueAt()),
        calendar.workMinutesBetween(now, notice.dueAt()),
        notice.endedAt(),
        notice.withdrawal(),
        notice.version(),
        responsible,
        sheets.stream().map(sheet -> SheetView.of(sheet, over, names, now)).toList());
  }

  /** As the unit that is responsible sees it: without what the centre notes for itself. */
  NoticeView forUnits() {
    return new NoticeView(
        noticeId,
        noticeNo,
        caseId,
        caseNo,
        title,
        unitId,
        unitName,
        ground,
        demand,
        promise,
        null,
        status,
        deliveries,
        receipts,
        result,
        resultAt,
        issuedAt,
        receiptsDueAt,
        receiptsOverdue,
        dueAt,
        overdue,
        remainingWorkMinutes,
        endedAt,
        withdrawal,
        version,
        responsible,
        sheets.stream().map(SheetView::forUnits).toList());
  }
}
