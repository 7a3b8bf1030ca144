package hotline.dispatch.disputes;

import hotline.access.Actor;
import hotline.access.IfMatch;
import hotline.access.Violations;
import hotline.dispatch.assignments.Assignment;
import hotline.dispatch.assignments.RecallTasks;
import hotline.dispatch.cases.CaseLog;
import hotline.dispatch.cases.Cause;
import hotline.dispatch.cases.HandledCase;
import hotline.dispatch.catalogue.RuleEntry;
import hotline.dispatch.catalogue.SaveRule;
import hotline.dispatch.directory.Directory;
import hotline.dispatch.directory.DirectoryStore;
import hotline.dispatch.dispatching.DispatchCase;
import hotline.dispatch.dispatching.DispatchEntry;
import hotline.dispatch.dispatching.GiveOn;
import hotline.dispatch.dispatching.Rounds.ReplyTime;
import hotline.dispatch.limits.TimeRulesInForce;
import hotline.dispatch.requests.Deciding;
import hotline.dispatch.supervision.SupervisionLimitStore;
import hotline.lifecycle.DirectoryEntry.Unit;
import hotline.lifecycle.DisputeRuled;
import hotline.lifecycle.Fact;
import hotline.lifecycle.RecallReason;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The centre rules which unit leads and which take part (裁定). The unit that acted first goes on, or
 * the case is handed to the ruled one, as a rule with every limit in full; what was lost is
 * nobody's fault of the units.
 */
@ApplicationScoped
public class RuleDispute {

  private final DisputeRepository disputes;
  private final DisputePages pages;
  private final DispatchCase dispatch;
  private final RecallTasks recall;
  private final GiveOn giveOn;
  private final SaveRule saveRule;
  private final DirectoryStore directory;
  private final SupervisionLimitStore limits;
  private final TimeRulesInForce timeRules;
  private final CaseLog log;
  private final Clock clock;

  RuleDispute(
      DisputeRepository disputes,
      DisputePages pages,
      DispatchCase dispatch,
      RecallTasks recall,
      GiveOn giveOn,
      SaveRule saveRule,
      DirectoryStore directory,
      SupervisionLimitStore limits,
      TimeRulesInForce timeRules,
      CaseLog log,
      Clock clock) {
    this.disputes = disputes;
    this.pages = pages;
    this.dispatch = dispatch;
    this.recall = recall;
    this.giveOn = giveOn;
    this.saveRule = saveRule;
    this.directory = directory;
    this.limits = limits;
    this.timeRules = timeRules;
    this.log = log;
    this.clock = clock;
  }

  /** For which cases the ruling becomes a rule of the catalogue. */
  @Schema(name = "RulingReach")
  public enum Reach {
    /** Every case of the category. */
    CATEGORY,
    /** Those of the category in the same district. */
    CATEGORY_AND_DISTRICT
  }

  /** Who leads, who takes part, why; and whether that is the rule from now on. */
  @Schema(name = "RulingEntry")
  public record Entry(String leadUnitId, List<String> coUnitIds, String reason, Reach rule) {

    List<Unit> check(Directory known) {
      new Violations().required(reason, "reason").throwIfAny();
      return DispatchCase.units(new DispatchEntry(leadUnitId, coUnitIds, reason), known);
    }
  }

  @Transactional
  public DisputeView rule(Actor actor, UUID disputeId, IfMatch expected, Entry entry) {
    Directory known = directory.recent();
    List<Unit> units = entry.check(known);
    DisputeRepository.Locked locked = disputes.lock(disputeId);
    Dispute dispute = locked.dispute();
    HandledCase of = locked.held().handledCase();
    Assignment assignment = locked.held().assignment();
    for (String concerned : dispute.concernedUnits()) {
      known
          .unit(concerned)
          .filter(unit -> unit.level() > 1)
          .ifPresent(unit -> Deciding.requireStranger(actor, unit.path()));
    }
    expected.check(dispute.version());
    dispute.requireOpen();
    dispatch.requireNotComplainedAbout(of.caseId(), units);
    Cause cause = Cause.by(actor, clock);
    List<Fact> facts = new ArrayList<>(locked.held().sayMissed(cause));
    DisputeRuled ruled =
        dispute.rule(
            of,
            assignment,
            units,
            entry.reason(),
            createdRule(actor, of, units.get(0), entry.rule(), known),
            cause,
            timeRules.calendar());
    facts.add(of.say(ruled, cause));
    assignment.goOnAfter(ruled);
    if (dispute.keepsItsLead()) {
      disputes.flush();
      giveOn.join(of, units.subList(1, units.size()), cause, facts);
      log.append(facts);
    } else {
      recall.recall(of, List.of(assignment), RecallReason.RULED, entry.reason(), cause, facts);
      ReplyTime time = limits.inForce().rulingRenews() ? ReplyTime.IN_FULL : ReplyTime.WHAT_IS_LEFT;
      giveOn.give(locked.held(), units, time, entry.reason(), cause, facts);
      disputes.flush();
    }
    return pages.made(dispute, of, actor);
  }

  /**
   * It suggests: a dispatcher confirms each case, until an administrator lets it send by itself.
   */
  private String createdRule(Actor actor, HandledCase of, Unit lead, Reach reach, Directory known) {
    if (reach == null) {
      return null;
    }
    String district = District.of(of.placeCode());
    new Violations()
        .require(
            reach == Reach.CATEGORY || known.place(district).isPresent(),
            "rule",
            "no-district",
            "工单的地点未到区市，不能设为本区市的规则。请改为全市，或不设规则。",
            "The case names no district. Make it the rule of the whole city, or none.")
        .throwIfAny();
    return saveRule
        .save(
            actor,
            new RuleEntry(
                of.categoryCode(), reach == Reach.CATEGORY ? "" : district, lead.code(), false))
        .ruleId();
  }
}
