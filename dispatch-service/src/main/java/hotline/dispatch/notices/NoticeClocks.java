package hotline.dispatch.notices;

import hotline.dispatch.cases.HandledCase;
import hotline.dispatch.clocks.CaseClock;
import hotline.dispatch.clocks.CaseClock.Standing;
import hotline.dispatch.clocks.CaseClock.State;
import hotline.dispatch.clocks.CaseClockKind;
import hotline.dispatch.clocks.CaseClockSource;
import hotline.dispatch.directory.Directory;
import hotline.dispatch.limits.TimeRulesInForce;
import hotline.dispatch.supervision.SupervisionLimitStore;
import hotline.dispatch.supervision.SupervisionLimits;
import hotline.lifecycle.NoticeCopy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The clocks of the responsibility notices of a case: the six receipts, and the result. */
@ApplicationScoped
class NoticeClocks implements CaseClockSource {

  private final NoticeRepository notices;
  private final SupervisionLimitStore limits;
  private final TimeRulesInForce timeRules;

  NoticeClocks(NoticeRepository notices, SupervisionLimitStore limits, TimeRulesInForce timeRules) {
    this.notices = notices;
    this.limits = limits;
    this.timeRules = timeRules;
  }

  @Override
  public List<CaseClock> of(
      HandledCase of, Predicate<String> seesUnit, Directory names, Instant now) {
    SupervisionLimits inForce = limits.inForce();
    List<CaseClock> clocks = new ArrayList<>();
    List<ResponsibilityNotice> all = notices.ofCase(of.caseId());
    Map<UUID, List<NoticeSheet>> sheets =
        all.isEmpty()
            ? Map.of()
            : notices.sheets(all.stream().map(ResponsibilityNotice::noticeId).toList()).stream()
                .collect(Collectors.groupingBy(NoticeSheet::noticeId));
    for (ResponsibilityNotice notice : all) {
      if (seesUnit.test(notice.unitPath())) {
        if (seesUnit.test(null)) {
          clocks.add(receipts(notice, sheets.get(notice.noticeId()), inForce, now));
        }
        clocks.add(result(notice, inForce, names, now));
      }
    }
    return clocks;
  }

  private CaseClock receipts(
      ResponsibilityNotice notice,
      List<NoticeSheet> sheets,
      SupervisionLimits inForce,
      Instant now) {
    boolean all = notice.receipts() == NoticeCopy.values().length;
    Instant last =
        all
            ? sheets.stream()
                .map(NoticeSheet::receiptedAt)
                .max(Comparator.naturalOrder())
                .orElseThrow()
            : null;
    return CaseClock.ofPaper(
        CaseClockKind.NOTICE_RECEIPTS,
        notice.noticeNo(),
        null,
        null,
        notice.issuedAt(),
        ResponsibilityNotice.rule(inForce.noticeReceipts()),
        timeRules.calendarAt(notice.issuedAt()),
        standing(notice, notice.receiptsDueAt(), last, now));
  }

  private CaseClock result(
      ResponsibilityNotice notice, SupervisionLimits inForce, Directory names, Instant now) {
    return CaseClock.ofPaper(
        CaseClockKind.NOTICE_RESULT,
        notice.noticeNo(),
        notice.unitId(),
        names.unitName(notice.unitId()),
        notice.issuedAt(),
        ResponsibilityNotice.rule(inForce.noticeResult()),
        timeRules.calendarAt(notice.issuedAt()),
        standing(notice, notice.dueAt(), notice.resultAt(), now));
  }

  /**
   * @param met null while it is not
   */
  private static Standing standing(
      ResponsibilityNotice notice, Instant due, Instant met, Instant now) {
    State state = met != null ? State.MET : notice.isOver() ? State.ENDED : State.RUNNING;
    Instant stopped = met == null ? notice.endedAt() : met;
    return new Standing(due, stopped, state, (stopped == null ? now : stopped).isAfter(due));
  }
}
