package hotline.dispatch.notices;

import hotline.calendar.ClockTerms;
import hotline.calendar.DueTime;
import hotline.calendar.EndRule;
import hotline.calendar.Limit;
import hotline.calendar.LimitRule;
import hotline.calendar.WorkCalendar;
import hotline.dispatch.cases.Cause;
import hotline.dispatch.supervision.SupervisionLimits;
import hotline.lifecycle.DirectoryEntry.Unit;
import hotline.lifecycle.DispatchEvent;
import hotline.lifecycle.NoticeClosed;
import hotline.lifecycle.NoticeDelivered;
import hotline.lifecycle.NoticeDelivery;
import hotline.lifecycle.NoticeGround;
import hotline.lifecycle.NoticeIssued;
import hotline.lifecycle.NoticeReceipted;
import hotline.lifecycle.NoticeWithdrawn;
import hotline.lifecycle.Uuid7;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A hard case gets people who answer for it (六联责任单): six copies, six receipts, and the citizen's
 * rating at the end. Each act returns the facts that it made true.
 */
@Entity
public class ResponsibilityNotice {

  @Id private UUID noticeId;
  private String noticeNo;
  private UUID caseId;
  private String unitId;
  private String unitPath;

  @Enumerated(EnumType.STRING)
  private NoticeGround ground;

  private String demand;
  private String promise;
  private String remark;

  @Enumerated(EnumType.STRING)
  private NoticeStatus status;

  private int deliveries;
  private int receipts;

  @Enumerated(EnumType.STRING)
  private CaseResult result;

  private Instant resultAt;
  private String issuedBy;
  private Instant issuedAt;
  private Instant receiptsDueAt;
  private Instant dueAt;
  private Instant endedAt;
  private String endedBy;
  private String withdrawal;
  @Version private long version;

  protected ResponsibilityNotice() {}

  static ResponsibilityNotice issue(
      NoticeEntry entry,
      String noticeNo,
      Unit unit,
      SupervisionLimits limits,
      Cause cause,
      WorkCalendar calendar) {
    ResponsibilityNotice notice = new ResponsibilityNotice();
    notice.noticeId = Uuid7.at(cause.at());
    notice.noticeNo = noticeNo;
    notice.caseId = entry.caseId();
    notice.unitId = unit.code();
    notice.unitPath = unit.path();
    notice.ground = entry.ground();
    notice.demand = entry.demand().strip();
    notice.promise = entry.promise().strip();
    notice.remark =
        entry.remark() == null || entry.remark().isBlank() ? null : entry.remark().strip();
    notice.status = NoticeStatus.TO_DELIVER;
    notice.issuedBy = cause.actor();
    notice.issuedAt = cause.at();
    notice.receiptsDueAt = due(cause.at(), limits.noticeReceipts(), calendar);
    notice.dueAt = due(cause.at(), limits.noticeResult(), calendar);
    return notice;
  }

  private static Instant due(Instant from, Limit limit, WorkCalendar calendar) {
    return DueTime.compute(ClockTerms.of(from, rule(limit)), calendar);
  }

  static LimitRule rule(Limit limit) {
    return LimitRule.of(limit).endingBy(EndRule.END_OF_WORK_DAY);
  }

  NoticeIssued issued() {
    return new NoticeIssued(noticeId, noticeNo, ground, unitId, unitPath, receiptsDueAt, dueAt);
  }

  NoticeDelivered deliver(
      NoticeSheet sheet, NoticeDelivery how, String note, String by, Instant at) {
    NoticeMoves.require(status, NoticeAct.DELIVER);
    sheet.deliver(how, note, by, at);
    deliveries++;
    status = NoticeMoves.after(deliveries, receipts, result);
    return new NoticeDelivered(noticeId, sheet.copy(), sheet.unitId(), how, at);
  }

  /**
   * @param evidence of a receipt on paper; null when the recipient confirms it in the system
   */
  List<DispatchEvent> confirm(NoticeSheet sheet, String evidence, Cause cause) {
    NoticeMoves.require(status, NoticeAct.RECEIPT);
    sheet.confirm(evidence, cause.actor(), cause.at());
    receipts++;
    List<DispatchEvent> facts = new ArrayList<>();
    facts.add(
        new NoticeReceipted(
            noticeId,
            sheet.copy(),
            sheet.unitId(),
            evidence == null,
            receipts,
            sheet.lateAt(cause.at())));
    moveOn(cause.actor(), cause.at()).ifPresent(facts::add);
    return facts;
  }

  /** The case has ended, one way or the other; the last that is heard of it stands. */
  Optional<NoticeClosed> hear(CaseResult heard, String by, Instant at) {
    if (NoticeMoves.over(status)) {
      return Optional.empty();
    }
    result = heard;
    resultAt = at;
    return moveOn(by, at);
  }

  /** The case is open again: what was heard of its end does not stand. */
  void awaitAnotherResult() {
    if (!NoticeMoves.over(status)) {
      result = null;
      resultAt = null;
      status = NoticeMoves.after(deliveries, receipts, null);
    }
  }

  NoticeWithdrawn withdraw(String reason, Cause cause) {
    NoticeMoves.require(status, NoticeAct.WITHDRAW);
    status = NoticeStatus.WITHDRAWN;
    withdrawal = reason;
    endedAt = cause.at();
    endedBy = cause.actor();
    return new NoticeWithdrawn(noticeId, unitId, receipts);
  }

  private Optional<NoticeClosed> moveOn(String by, Instant at) {
    status = NoticeMoves.after(deliveries, receipts, result);
    if (status != NoticeStatus.CLOSED) {
      return Optional.empty();
    }
    endedAt = at;
    endedBy = by;
    return Optional.of(new NoticeClosed(noticeId, unitId, dueAt, resultAt.isAfter(dueAt)));
  }

  boolean isOver() {
    return NoticeMoves.over(status);
  }

  UUID noticeId() {
    return noticeId;
  }

  String noticeNo() {
    return noticeNo;
  }

  UUID caseId() {
    return caseId;
  }

  String unitId() {
    return unitId;
  }

  String unitPath() {
    return unitPath;
  }

  NoticeGround ground() {
    return ground;
  }

  String demand() {
    return demand;
  }

  String promise() {
    return promise;
  }

  String remark() {
    return remark;
  }

  NoticeStatus status() {
    return status;
  }

  int deliveries() {
    return deliveries;
  }

  int receipts() {
    return receipts;
  }

  CaseResult result() {
    return result;
  }

  Instant resultAt() {
    return resultAt;
  }

  Instant issuedAt() {
    return issuedAt;
  }

  Instant receiptsDueAt() {
    return receiptsDueAt;
  }

  Instant dueAt() {
    return dueAt;
  }

  Instant endedAt() {
    return endedAt;
  }

  String withdrawal() {
    return withdrawal;
  }

  long version() {
    return version;
  }
}
