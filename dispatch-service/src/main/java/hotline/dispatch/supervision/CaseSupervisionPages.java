package hotline.dispatch.supervision;

import hotline.access.Scope;
import hotline.calendar.ClockTerms;
import hotline.calendar.DueTime;
import hotline.calendar.LimitRule;
import hotline.dispatch.assignments.CasesInSight;
import hotline.dispatch.casefiles.CaseFileStore;
import hotline.dispatch.cases.Cause;
import hotline.dispatch.cases.HandledCase;
import hotline.dispatch.directory.Directory;
import hotline.dispatch.directory.DirectoryStore;
import hotline.dispatch.limits.TimeRulesInForce;
import hotline.lifecycle.CaseFile;
import hotline.lifecycle.DirectoryEntry.Unit;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;

/** What supervision has said about one case, as far as the actor may see it. */
@ApplicationScoped
public class CaseSupervisionPages {

  private final CasesInSight cases;
  private final CaseFileStore files;
  private final UrgeStore urges;
  private final OrderRepository orders;
  private final RectificationStore reports;
  private final EscalationStore escalations;
  private final SupervisionLimitStore limits;
  private final DirectoryStore directory;
  private final TimeRulesInForce timeRules;
  private final Clock clock;

  CaseSupervisionPages(
      CasesInSight cases,
      CaseFileStore files,
      UrgeStore urges,
      OrderRepository orders,
      RectificationStore reports,
      EscalationStore escalations,
      SupervisionLimitStore limits,
      DirectoryStore directory,
      TimeRulesInForce timeRules,
      Clock clock) {
    this.cases = cases;
    this.files = files;
    this.urges = urges;
    this.orders = orders;
    this.reports = reports;
    this.escalations = escalations;
    this.limits = limits;
    this.directory = directory;
    this.timeRules = timeRules;
    this.clock = clock;
  }

  /** A unit sees what was said to it and to those below it, in cases in which it has a task. */
  CaseSupervision of(Scope scope, UUID caseId) {
    HandledCase of = cases.find(scope, caseId);
    return view(of, scope::seesUnit);
  }

  /** All of it, for a paper of the centre. */
  public CaseSupervision whole(HandledCase of) {
    return view(of, any -> true);
  }

  private CaseSupervision view(HandledCase of, Predicate<String> seesUnit) {
    Directory names = directory.recent();
    return new CaseSupervision(
        of.caseId(),
        of.version(),
        nextUrge(of),
        urges.of(of.caseId()).stream()
            .filter(urge -> seesUnit.test(names.unit(urge.unitId()).map(Unit::path).orElse(null)))
            .toList(),
        orders(seesUnit, of, names),
        escalations.of(of.caseId(), names));
  }

  private Instant nextUrge(HandledCase of) {
    Instant last = of.supervision().lastCentreUrge();
    return last == null
        ? null
        : DueTime.compute(
            ClockTerms.of(last, LimitRule.of(limits.inForce().urgeEvery())), timeRules.calendar());
  }

  private List<OrderView> orders(Predicate<String> seesUnit, HandledCase of, Directory names) {
    Instant now = Cause.now(clock);
    List<SupervisionOrder> visible =
        orders.ofCase(of.caseId()).stream()
            .filter(order -> seesUnit.test(order.unitPath()))
            .toList();
    Map<UUID, List<Rectification>> answers =
        reports.of(visible.stream().map(SupervisionOrder::orderId).toList());
    String title = files.find(of.caseId()).map(CaseFile::title).orElse(null);
    return visible.stream()
        .map(
            order ->
                OrderView.of(
                    order,
                    of.caseNo(),
                    title,
                    answers.getOrDefault(order.orderId(), List.of()),
                    names,
                    now,
                    timeRules.calendar()))
        .toList();
  }
}
