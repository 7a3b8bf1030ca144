package hotline.dispatch.accountability;

import hotline.access.Actor;
import hotline.access.NotFound;
import hotline.access.Scope;
import hotline.dispatch.accountability.AccountabilityRecord.RestsOn;
import hotline.dispatch.cases.CaseLog;
import hotline.dispatch.cases.CaseRepository;
import hotline.dispatch.cases.Cause;
import hotline.dispatch.cases.HandledCase;
import hotline.dispatch.directory.Directory;
import hotline.dispatch.directory.DirectoryStore;
import hotline.dispatch.limits.TimeRulesInForce;
import hotline.dispatch.supervision.PaperNumbers;
import hotline.lifecycle.DirectoryEntry.Unit;
import hotline.lifecycle.Fact;
import hotline.lifecycle.Uuid7;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** A supervisor or a leader records a named criticism or a talk (通报批评、约谈). */
@ApplicationScoped
public class KeepRecord {

  private final CaseRepository cases;
  private final RecordStore records;
  private final PaperNumbers numbers;
  private final DirectoryStore directory;
  private final CaseLog log;
  private final TimeRulesInForce timeRules;
  private final Clock clock;

  KeepRecord(
      CaseRepository cases,
      RecordStore records,
      PaperNumbers numbers,
      DirectoryStore directory,
      CaseLog log,
      TimeRulesInForce timeRules,
      Clock clock) {
    this.cases = cases;
    this.records = records;
    this.numbers = numbers;
    this.directory = directory;
    this.log = log;
    this.timeRules = timeRules;
    this.clock = clock;
  }

  @Transactional
  public AccountabilityRecord keep(Actor actor, AccountabilityEntry entry) {
    Directory units = directory.current();
    Cause cause = Cause.by(actor, clock);
    entry.check(units, timeRules.calendar().dateOf(cause.at()));
    Unit unit = units.unit(entry.unitId()).orElseThrow();
    List<HandledCase> restsOn = restsOn(entry, unit, Scope.of(actor));
    AccountabilityRecord kept =
        new AccountabilityRecord(
            Uuid7.at(cause.at()),
            numbers.next(entry.measure().paper(), cause.at()),
            entry.measure(),
            unit.code(),
            unit.nameZh(),
            entry.reason(),
            entry.words().strip(),
            entry.people() == null || entry.people().isBlank() ? null : entry.people().strip(),
            entry.heldOn(),
            cause.at(),
            restsOn.stream().map(one -> new RestsOn(one.caseId(), one.caseNo())).toList());
    List<Fact> facts = restsOn.stream().map(one -> one.say(kept.said(unit.path()), cause)).toList();
    cases.flush();
    records.add(kept, unit.path(), cause.actor());
    log.append(facts);
    return kept;
  }

  private List<HandledCase> restsOn(AccountabilityEntry entry, Unit unit, Scope scope) {
    Map<UUID, HandledCase> found = cases.lockAll(entry.caseIds());
    found.values().removeIf(one -> !scope.reachesPlace(one.placePath()));
    if (found.size() < entry.caseIds().size()) {
      throw new NotFound("工单", "case");
    }
    Set<UUID> handled = records.handledBy(unit.code(), entry.caseIds());
    List<HandledCase> restsOn = entry.caseIds().stream().map(found::get).toList();
    restsOn.stream()
        .filter(one -> !handled.contains(one.caseId()))
        .findFirst()
        .ifPresent(
            one -> {
              throw new UnitHasNoPartInCase(unit.nameZh(), one.caseNo());
            });
    return restsOn;
  }
}
