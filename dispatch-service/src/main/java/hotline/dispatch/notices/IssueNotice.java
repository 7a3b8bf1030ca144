package hotline.dispatch.notices;

import hotline.access.Actor;
import hotline.access.IfMatch;
import hotline.access.NotFound;
import hotline.access.Scope;
import hotline.dispatch.cases.CaseHasMovedOn;
import hotline.dispatch.cases.CaseLog;
import hotline.dispatch.cases.CaseRepository;
import hotline.dispatch.cases.Cause;
import hotline.dispatch.cases.HandledCase;
import hotline.dispatch.directory.Directory;
import hotline.dispatch.directory.DirectoryStore;
import hotline.dispatch.limits.TimeRulesInForce;
import hotline.dispatch.supervision.PaperNumbers;
import hotline.dispatch.supervision.SupervisionLimitStore;
import hotline.lifecycle.DirectoryEntry.Unit;
import hotline.lifecycle.Fact;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;

/** A supervisor or a leader issues a notice about an open case (发六联责任单). */
@ApplicationScoped
public class IssueNotice {

  private static final String PAPER = "ZR";

  private final CaseRepository cases;
  private final NoticeRepository notices;
  private final ResponsibleStore people;
  private final PaperNumbers numbers;
  private final SupervisionLimitStore limits;
  private final DirectoryStore directory;
  private final CaseLog log;
  private final TimeRulesInForce timeRules;
  private final Clock clock;

  IssueNotice(
      CaseRepository cases,
      NoticeRepository notices,
      ResponsibleStore people,
      PaperNumbers numbers,
      SupervisionLimitStore limits,
      DirectoryStore directory,
      CaseLog log,
      TimeRulesInForce timeRules,
      Clock clock) {
    this.cases = cases;
    this.notices = notices;
    this.people = people;
    this.numbers = numbers;
    this.limits = limits;
    this.directory = directory;
    this.log = log;
    this.timeRules = timeRules;
    this.clock = clock;
  }

  /**
   * @param expected version of the case: whoever names the responsible must know who has it now
   */
  @Transactional
  public ResponsibilityNotice issue(Actor actor, IfMatch expected, NoticeEntry entry) {
    Directory units = directory.current();
    entry.check(units);
    HandledCase of =
        cases
            .lock(entry.caseId())
            .filter(one -> Scope.of(actor).reachesPlace(one.placePath()))
            .orElseThrow(() -> new NotFound("工单", "case"));
    expected.check(of.version());
    Unit unit = responsible(of, units);
    Cause cause = Cause.by(actor, clock);
    ResponsibilityNotice notice =
        ResponsibilityNotice.issue(
            entry,
            numbers.next(PAPER, cause.at()),
            unit,
            limits.inForce(),
            cause,
            timeRules.calendar());
    notices.persist(notice);
    notices.keep(
        entry.recipients().stream()
            .map(
                one ->
                    NoticeSheet.of(
                        notice.noticeId(),
                        one,
                        units.unit(one.unitId()).map(Unit::path).orElse(null),
                        cause.at(),
                        notice.receiptsDueAt()))
            .toList());
    of.supervision().noticeIssued();
    Fact fact = of.say(notice.issued(), cause);
    notices.flush();
    people.add(notice.noticeId(), entry.responsible());
    log.append(List.of(fact));
    return notice;
  }

  private Unit responsible(HandledCase of, Directory units) {
    if (of.isOver()) {
      throw new CaseHasMovedOn(of.status());
    }
    if (of.supervision().openNotice()) {
      throw new NoticeOpenAlready(
          notices.openOf(of.caseId()).map(ResponsibilityNotice::noticeNo).orElse(""));
    }
    if (of.leadUnitId() == null) {
      throw new NobodyIsResponsible();
    }
    return units
        .unit(of.leadUnitId())
        .filter(Unit::active)
        .orElseThrow(() -> new UnitIsNoMore(units.unitName(of.leadUnitId())));
  }
}
