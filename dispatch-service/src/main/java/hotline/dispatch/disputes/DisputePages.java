package hotline.dispatch.disputes;

import hotline.access.Actor;
import hotline.access.Scope;
import hotline.calendar.LimitRule;
import hotline.dispatch.assignments.CasesInSight;
import hotline.dispatch.assignments.RequestRecords;
import hotline.dispatch.assignments.UnitRequest;
import hotline.dispatch.casefiles.CaseFileStore;
import hotline.dispatch.cases.Cause;
import hotline.dispatch.cases.HandledCase;
import hotline.dispatch.directory.Directory;
import hotline.dispatch.directory.DirectoryStore;
import hotline.dispatch.disputes.DisputeRecords.Opinion;
import hotline.dispatch.limits.LatestStart;
import hotline.dispatch.limits.TimeRulesInForce;
import hotline.dispatch.lists.Cursor;
import hotline.dispatch.lists.Subtree;
import hotline.dispatch.lists.TabbedList;
import hotline.dispatch.lists.TabbedList.Asked;
import hotline.dispatch.supervision.SupervisionLimitStore;
import hotline.lifecycle.CaseFile;
import hotline.lifecycle.DirectoryEntry.Unit;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.Session;
import org.hibernate.type.StandardBasicTypes;

/** Disputes as their people see them: the centre all, a unit those for which it was convened. */
@ApplicationScoped
class DisputePages {

  private static final int MOST_PRECEDENTS = 5;

  private static final TabbedList<DisputeTab> LIST =
      new TabbedList<>(DisputeTab.class, "dispute d", "d.opened_at", "d.dispute_id");

  private static final String OF_UNIT =
      " and exists (select 1 from unit u where u.code = any (d.concerned_units) and "
          + Subtree.of("u.path")
          + ")";

  private final EntityManager database;
  private final DisputeRepository disputes;
  private final DisputeRecords records;
  private final RequestRecords requests;
  private final CasesInSight cases;
  private final CaseFileStore files;
  private final DirectoryStore directory;
  private final SupervisionLimitStore limits;
  private final TimeRulesInForce timeRules;
  private final Clock clock;

  DisputePages(
      EntityManager database,
      DisputeRepository disputes,
      DisputeRecords records,
      RequestRecords requests,
      CasesInSight cases,
      CaseFileStore files,
      DirectoryStore directory,
      SupervisionLimitStore limits,
      TimeRulesInForce timeRules,
      Clock clock) {
    this.database = database;
    this.disputes = disputes;
    this.records = records;
    this.requests = requests;
    this.cases = cases;
    this.files = files;
    this.directory = directory;
    this.limits = limits;
    this.timeRules = timeRules;
    this.clock = clock;
  }

  /** A page of one list, with the number of every list. */
  @Schema(name = "DisputePage")
  public record Page(
      List<DisputeView> items, long count, Map<String, Long> counts, String nextCursor) {}

  /**
   * The disputes of a case, the first first, and earlier rulings that are like it.
   *
   * @param disputeAfter from how many returns on the centre may convene for them alone
   * @param returnsAsked how often a lead unit asked to give this case back
   * @param rulingRenews whether the unit that a ruling hands the case to has every limit in full;
   *     otherwise what was left for the reply
   */
  @Schema(name = "CaseDisputes")
  public record OfCase(
      UUID caseId,
      List<DisputeView> items,
      long count,
      List<Precedent> precedents,
      int returnsAsked,
      int disputeAfter,
      boolean rulingRenews) {}

  Page page(Scope scope, DisputeTab tab, Cursor after, int limit) {
    Instant now = Cause.now(clock);
    Asked asked = asked(scope, now);
    Session session = database.unwrap(Session.class);
    Map<String, Long> counts = LIST.counts(session, asked);
    List<Object[]> rows =
        LIST.page(
                session,
                "{d.*}, {c.*}, f.title as file_title",
                " join handled_case c on c.case_id = d.case_id"
                    + " left join case_file f on f.case_id = d.case_id",
                tab,
                asked,
                after,
                limit)
            .addEntity("d", Dispute.class)
            .addEntity("c", HandledCase.class)
            .addScalar("file_title", StandardBasicTypes.STRING)
            .getResultList();
    List<Object[]> shown = rows.subList(0, Math.min(limit, rows.size()));
    List<Dispute> found = shown.stream().map(row -> (Dispute) row[0]).toList();
    Map<UUID, List<Opinion>> opinions = records.of(found.stream().map(Dispute::disputeId).toList());
    Map<UUID, List<UnitRequest>> returns =
        requests.of(found.stream().map(Dispute::assignmentId).toList());
    List<DisputeView> items = new ArrayList<>();
    for (Object[] row : shown) {
      items.add(
          view((Dispute) row[0], (HandledCase) row[1], (String) row[2], returns, opinions, scope));
    }
    return new Page(
        items,
        counts.get(tab.wireName()),
        counts,
        rows.size() > limit ? cursor(items.get(limit - 1)) : null);
  }

  private Asked asked(Scope scope, Instant now) {
    Map<String, Object> values = new HashMap<>();
    values.put("now", now);
    values.put("cut", LatestStart.of(limits.inForce().rulingWithin(), now, timeRules.calendar()));
    scope.sqlUnitPathPrefix().ifPresent(path -> values.put("unit", path));
    return new Asked(values.containsKey("unit") ? OF_UNIT : "", values)
        .onGridOf(scope, "d.case_id");
  }

  private static String cursor(DisputeView last) {
    return new Cursor(last.openedAt(), last.disputeId()).text();
  }

  /** Of a unit that was not convened it is not found, whatever task it has in the case. */
  DisputeView one(Scope scope, UUID disputeId) {
    Dispute dispute =
        disputes
            .findByIdOptional(disputeId)
            .filter(found -> isSeen(scope, found))
            .orElseThrow(DisputeRepository::unknown);
    HandledCase of = database.find(HandledCase.class, dispute.caseId());
    return views(scope, of, List.of(dispute)).get(0);
  }

  OfCase ofCase(Scope scope, UUID caseId) {
    HandledCase of = cases.find(scope, caseId);
    List<DisputeView> items =
        views(
            scope,
            of,
            disputes.ofCase(caseId).stream().filter(found -> isSeen(scope, found)).toList());
    return new OfCase(
        caseId,
        items,
        items.size(),
        // Rulings about cases of the whole city.
        scope.isLimitedToGrid() ? List.of() : precedents(of),
        of.disputes().returnsAsked(),
        limits.inForce().disputeAfter(),
        limits.inForce().rulingRenews());
  }

  private boolean isSeen(Scope scope, Dispute dispute) {
    Directory known = directory.recent();
    return scope.seesUnit(null)
        || dispute.concernedUnits().stream()
            .anyMatch(code -> known.unit(code).map(Unit::path).filter(scope::seesUnit).isPresent());
  }

  private List<Precedent> precedents(HandledCase of) {
    Directory names = directory.recent();
    String district = District.of(of.placeCode());
    return disputes.precedents(of.caseId(), of.categoryCode(), district, MOST_PRECEDENTS).stream()
        .map(ruled -> Precedent.of(ruled, district, names))
        .toList();
  }

  /** As its act left it, within the transaction. */
  DisputeView made(Dispute dispute, HandledCase of, Actor actor) {
    return view(
        dispute,
        of,
        files.find(of.caseId()).map(CaseFile::title).orElse(null),
        Map.of(
            dispute.assignmentId(),
            requests.find(dispute.assignmentId(), dispute.requestNo()).stream().toList()),
        records.within(List.of(dispute.disputeId())),
        Scope.of(actor));
  }

  private List<DisputeView> views(Scope scope, HandledCase of, List<Dispute> found) {
    if (found.isEmpty()) {
      return List.of();
    }
    String title = files.find(of.caseId()).map(CaseFile::title).orElse(null);
    Map<UUID, List<Opinion>> opinions = records.of(found.stream().map(Dispute::disputeId).toList());
    Map<UUID, List<UnitRequest>> returns =
        requests.of(found.stream().map(Dispute::assignmentId).toList());
    return found.stream().map(one -> view(one, of, title, returns, opinions, scope)).toList();
  }

  private DisputeView view(
      Dispute dispute,
      HandledCase of,
      String title,
      Map<UUID, List<UnitRequest>> returns,
      Map<UUID, List<Opinion>> opinions,
      Scope scope) {
    return DisputeView.of(
        dispute,
        new DisputeView.Beside(
            of,
            title,
            returns.getOrDefault(dispute.assignmentId(), List.of()).stream()
                .filter(asked -> asked.requestNo() == dispute.requestNo())
                .findFirst()
                .orElse(null),
            opinions.getOrDefault(dispute.disputeId(), List.of()),
            scope),
        new DisputeView.Due(
            LimitRule.of(limits.inForce().rulingWithin()), timeRules.recent(), Cause.now(clock)),
        directory.recent());
  }
}
