package hotline.dispatch.dispatching;

import hotline.access.Actor;
import hotline.access.IfMatch;
import hotline.access.NotFound;
import hotline.access.Violations;
import hotline.dispatch.assignments.Assignment;
import hotline.dispatch.casefiles.CaseFileStore;
import hotline.dispatch.cases.CaseHasMovedOn;
import hotline.dispatch.cases.CaseRepository;
import hotline.dispatch.cases.Cause;
import hotline.dispatch.cases.HandledCase;
import hotline.dispatch.catalogue.CatalogueStore;
import hotline.dispatch.catalogue.Route;
import hotline.dispatch.decisions.DispatchDecision;
import hotline.dispatch.directory.Directory;
import hotline.dispatch.directory.DirectoryStore;
import hotline.dispatch.dispatching.Rounds.ReplyTime;
import hotline.dispatch.dispatching.Rounds.Round;
import hotline.dispatch.reference.Sentence;
import hotline.lifecycle.DirectoryEntry.Unit;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** A dispatcher sends a case to its units (人工派单). */
@ApplicationScoped
public class DispatchCase {

  private static final int LONGEST_REASON = 500;

  private final CaseRepository cases;
  private final CaseFileStore files;
  private final DirectoryStore directory;
  private final CatalogueStore catalogue;
  private final Rounds rounds;
  private final RoundStore store;
  private final Clock clock;

  DispatchCase(
      CaseRepository cases,
      CaseFileStore files,
      DirectoryStore directory,
      CatalogueStore catalogue,
      Rounds rounds,
      RoundStore store,
      Clock clock) {
    this.cases = cases;
    this.files = files;
    this.directory = directory;
    this.catalogue = catalogue;
    this.rounds = rounds;
    this.store = store;
    this.clock = clock;
  }

  /** The round that began, with the case as it is then. */
  public record Dispatched(HandledCase handledCase, Round round) {}

  @Transactional
  public Dispatched dispatch(Actor actor, UUID caseId, IfMatch expected, DispatchEntry entry) {
    Directory known = directory.recent();
    List<Unit> units = units(entry, known);
    HandledCase of = cases.lock(caseId).orElseThrow(() -> new NotFound("工单", "case"));
    expected.check(of.version());
    if (!of.isWaitingForDispatch()) {
      throw new CaseHasMovedOn(of.status());
    }
    Round round = begin(of, units, entry.reason(), Cause.by(actor, clock));
    store.write(List.of(round));
    return new Dispatched(of, round);
  }

  /** The case, whose row is locked, goes to these units, the lead first. */
  Round begin(HandledCase of, List<Unit> units, String reason, Cause cause) {
    return begin(of, units, reason, ReplyTime.AS_A_RULE, null, cause);
  }

  Round begin(
      HandledCase of,
      List<Unit> units,
      String reason,
      ReplyTime time,
      Assignment before,
      Cause cause) {
    requireNotComplainedAbout(of.caseId(), units);
    Directory known = directory.recent();
    Route route = catalogue.recent().route(of.categoryCode(), of.placeCode(), known);
    Unit lead = units.get(0);
    return rounds.begin(
        of,
        lead,
        units.subList(1, units.size()),
        decision(of, units, route, reason, cause),
        time,
        before,
        cause);
  }

  /** Refuses to give the case to the unit that it complains about, or to a part of it. */
  public void requireNotComplainedAbout(UUID caseId, List<Unit> units) {
    Directory known = directory.recent();
    Optional<String> respondent =
        Optional.ofNullable(files.respondents(List.of(caseId)).get(caseId))
            .orElseThrow(FileNotHereYet::new);
    for (Unit unit : units) {
      if (respondent.isPresent() && known.isOnTheSideOf(unit, respondent.get())) {
        throw new RespondentMayNotHandle(unit);
      }
    }
  }

  private static DispatchDecision decision(
      HandledCase of, List<Unit> units, Route route, String reason, Cause cause) {
    Unit lead = units.get(0);
    boolean asSuggested = route.unit() != null && route.unit().code().equals(lead.code());
    List<Sentence> why = new ArrayList<>(route.explanation());
    why.add(
        asSuggested
            ? new Sentence("派单员按建议派单。", "The dispatcher followed the suggestion.")
            : new Sentence(
                "派单员指定由" + lead.nameZh() + "主办。", "The dispatcher chose " + lead.nameEn() + "."));
    if (of.returnCount() > 0) {
      why.add(
          new Sentence(
              "该工单已退单 " + of.returnCount() + " 次。",
              "Units gave the case back " + of.returnCount() + " time(s)."));
    }
    return new DispatchDecision(
        of.caseId(),
        of.roundToDispatch(),
        of.round() == 0 ? 1 : of.dispatchNo() + 1,
        lead.code(),
        units.stream().skip(1).map(Unit::code).toList(),
        false,
        asSuggested ? route.ruleId() : null,
        route.catalogueVersion(),
        why,
        reason,
        cause.actor(),
        cause.at());
  }

  /** The lead first; every unit known, in service and named once. */
  public static List<Unit> units(DispatchEntry entry, Directory known) {
    Violations wrong = new Violations();
    List<Unit> units = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    wrong.required(entry.leadUnitId(), "leadUnitId");
    if (entry.leadUnitId() != null && !entry.leadUnitId().isBlank()) {
      add(units, seen, entry.leadUnitId(), "leadUnitId", known, wrong);
    }
    for (int i = 0; i < entry.coUnitIds().size(); i++) {
      add(units, seen, entry.coUnitIds().get(i), "coUnitIds[" + i + "]", known, wrong);
    }
    wrong.atMost(entry.reason(), LONGEST_REASON, "reason").throwIfAny();
    return units;
  }

  private static void add(
      List<Unit> units,
      Set<String> seen,
      String code,
      String field,
      Directory known,
      Violations wrong) {
    Optional<Unit> unit = known.unit(code);
    wrong
        .require(
            unit.isPresent(),
            field,
            "unknown-unit",
            "没有这个承办单位。请从列表中选择。",
            "There is no such unit. Choose one from the list.")
        .require(
            unit.isEmpty() || unit.get().active(),
            field,
            "inactive-unit",
            "该承办单位已停用。请另选。",
            "This unit is out of service. Choose another one.")
        .require(
            seen.add(code), field, "named-twice", "同一单位只能出现一次。", "A unit may be named only once.");
    unit.ifPresent(units::add);
  }
}
