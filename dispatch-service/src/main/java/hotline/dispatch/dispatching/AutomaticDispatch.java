package hotline.dispatch.dispatching;

import hotline.dispatch.assignments.Assignment;
import hotline.dispatch.assignments.Held;
import hotline.dispatch.assignments.RecallTasks;
import hotline.dispatch.cases.Cause;
import hotline.dispatch.cases.HandledCase;
import hotline.dispatch.catalogue.CatalogueStore;
import hotline.dispatch.catalogue.Route;
import hotline.dispatch.decisions.DispatchDecision;
import hotline.dispatch.directory.Directory;
import hotline.dispatch.directory.DirectoryStore;
import hotline.dispatch.dispatching.Rounds.Round;
import hotline.dispatch.reference.Sentence;
import hotline.lifecycle.DirectoryEntry.Unit;
import hotline.lifecycle.Envelope;
import hotline.lifecycle.Fact;
import hotline.lifecycle.RecallReason;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Sends a case where the catalogue says, or back to its unit, without a dispatcher. */
@ApplicationScoped
public class AutomaticDispatch {

  private final CatalogueStore catalogue;
  private final DirectoryStore directory;
  private final Rounds rounds;
  private final RecallTasks recall;
  private final GiveOn giveOn;

  AutomaticDispatch(
      CatalogueStore catalogue,
      DirectoryStore directory,
      Rounds rounds,
      RecallTasks recall,
      GiveOn giveOn) {
    this.catalogue = catalogue;
    this.directory = directory;
    this.rounds = rounds;
    this.recall = recall;
    this.giveOn = giveOn;
  }

  /**
   * The first round, when a rule says so; empty leaves the case to the dispatcher, as it does one
   * that may be the matter of another (疑似重复): once a unit has signed it, nobody can merge it.
   *
   * @param respondent the unit complained about, which must not get the case
   */
  public Optional<Round> first(HandledCase of, Optional<String> respondent, Instant now) {
    if (of.sameAs() != null) {
      return Optional.empty();
    }
    Directory known = directory.recent();
    if (of.formerUnitId() != null) {
      return toFormerUnit(of, respondent, known, now);
    }
    Route route = catalogue.recent().route(of.categoryCode(), of.placeCode(), known);
    return route
        .automaticUnit()
        .filter(unit -> respondent.isEmpty() || !known.isOnTheSideOf(unit, respondent.get()))
        .map(
            unit ->
                begin(
                    of,
                    unit,
                    1,
                    route.ruleId(),
                    route.catalogueVersion(),
                    route.explanation(),
                    now,
                    of.acceptedEvent()));
  }

  /** Who had it in the system before this one goes on; a dispatcher chooses where it cannot. */
  private Optional<Round> toFormerUnit(
      HandledCase of, Optional<String> respondent, Directory known, Instant now) {
    return known
        .unit(of.formerUnitId())
        .filter(Unit::active)
        .filter(unit -> respondent.isEmpty() || !known.isOnTheSideOf(unit, respondent.get()))
        .map(
            unit ->
                begin(
                    of,
                    unit,
                    1,
                    null,
                    catalogue.recent().version(),
                    List.of(
                        new Sentence(
                            "旧系统转入：由原承办单位" + unit.nameZh() + "继续办理，办结时限按原系统。",
                            "Handed over by the old system: "
                                + unit.nameEn()
                                + ", which had it there, goes on by the original due time.")),
                    now,
                    of.acceptedEvent()));
  }

  /** The next round goes to the same lead unit (二次办理、重开). */
  public Round again(HandledCase of, NextRound next, UUID eventId, Instant now) {
    // A unit that has left the directory since still owes its answer under its old name.
    Unit unit =
        directory
            .recent()
            .unit(of.leadUnitId())
            .orElseThrow(
                () -> new IllegalStateException("The lead unit is unknown: " + of.leadUnitId()));
    Sentence why =
        new Sentence(
            next.cause().zh()
                + "，第 "
                + next.number()
                + " 轮由原主办单位"
                + unit.nameZh()
                + "重办，原因："
                + (next.reason() == null ? "未说明" : next.reason().zh())
                + "。",
            next.cause().en()
                + ". Round "
                + next.number()
                + ": rehandling by the same lead unit, "
                + unit.nameEn()
                + "; reason: "
                + (next.reason() == null ? "not given" : next.reason().en())
                + ".");
    return begin(
        of, unit, next.number(), null, catalogue.recent().version(), List.of(why), now, eventId);
  }

  /**
   * A next round goes back to the dispatcher at once if its unit has been named since as the one
   * complained about (被反映单位回避).
   *
   * @param written the round, with its rows
   */
  public void keepFromRespondent(
      HandledCase of, Round written, Optional<String> respondent, UUID eventId, Instant now) {
    Directory known = directory.recent();
    Assignment lead = written.assignments().get(0);
    boolean complainedAbout =
        respondent.isPresent()
            && known
                .unit(lead.unitId())
                .filter(unit -> known.isOnTheSideOf(unit, respondent.get()))
                .isPresent();
    if (complainedAbout) {
      Cause cause = Cause.bySystem(now, eventId);
      List<Fact> facts = new ArrayList<>();
      recall.recall(of, List.of(lead), RecallReason.RESPONDENT, null, cause, facts);
      giveOn.give(new Held(of, lead), null, null, cause, facts);
    }
  }

  private Round begin(
      HandledCase of,
      Unit unit,
      int number,
      String ruleId,
      String catalogueVersion,
      List<Sentence> why,
      Instant now,
      UUID causedBy) {
    DispatchDecision decision =
        new DispatchDecision(
            of.caseId(),
            number,
            1,
            unit.code(),
            List.of(),
            true,
            ruleId,
            catalogueVersion,
            why,
            null,
            Envelope.SYSTEM,
            now);
    return rounds.begin(of, unit, List.of(), decision, Cause.bySystem(now, causedBy));
  }
}
