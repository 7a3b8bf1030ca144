package hotline.dispatch.disputes;

import hotline.access.Actor;
import hotline.access.IfMatch;
import hotline.access.Violations;
import hotline.dispatch.assignments.Assignment;
import hotline.dispatch.assignments.DeadlineTimers;
import hotline.dispatch.assignments.RequestRecords;
import hotline.dispatch.assignments.UnitRequest.Kind;
import hotline.dispatch.cases.CaseLog;
import hotline.dispatch.cases.CaseLooks;
import hotline.dispatch.cases.HandledCase;
import hotline.dispatch.directory.Directory;
import hotline.dispatch.directory.DirectoryStore;
import hotline.dispatch.dispatching.DispatchCase;
import hotline.dispatch.limits.TimeRulesInForce;
import hotline.dispatch.requests.Deciding;
import hotline.dispatch.supervision.SupervisionLimitStore;
import hotline.lifecycle.DirectoryEntry.Unit;
import hotline.lifecycle.DisputeGround;
import hotline.lifecycle.Fact;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The centre convenes the units concerned (召集会商) instead of granting or refusing a return. */
@ApplicationScoped
public class ConveneDispute {

  private static final int LONGEST_NOTE = 2_000;
  private static final int MOST_UNITS = 20;

  private final Deciding deciding;
  private final RequestRecords requests;
  private final DisputeRepository disputes;
  private final DisputePages pages;
  private final DispatchCase dispatch;
  private final DirectoryStore directory;
  private final SupervisionLimitStore limits;
  private final TimeRulesInForce timeRules;
  private final DeadlineTimers timers;
  private final CaseLooks looks;
  private final CaseLog log;

  ConveneDispute(
      Deciding deciding,
      RequestRecords requests,
      DisputeRepository disputes,
      DisputePages pages,
      DispatchCase dispatch,
      DirectoryStore directory,
      SupervisionLimitStore limits,
      TimeRulesInForce timeRules,
      DeadlineTimers timers,
      CaseLooks looks,
      CaseLog log) {
    this.deciding = deciding;
    this.requests = requests;
    this.disputes = disputes;
    this.pages = pages;
    this.dispatch = dispatch;
    this.directory = directory;
    this.limits = limits;
    this.timeRules = timeRules;
    this.timers = timers;
    this.looks = looks;
    this.log = log;
  }

  /** Why, what the units are told, and who is asked beside the one that has the case. */
  @Schema(name = "DisputeEntry")
  public record Entry(DisputeGround ground, String note, List<String> concernedUnitIds) {

    public Entry {
      concernedUnitIds =
          concernedUnitIds == null
              ? List.of()
              : concernedUnitIds.stream().filter(code -> code != null).toList();
    }

    List<Unit> check(Directory known) {
      Violations wrong =
          new Violations()
              .require(
                  ground != null,
                  "ground",
                  "required",
                  "请选择会商事由：多次申请退单（REPEATED_RETURNS）或职责交叉（CROSSED_DUTIES）。",
                  "Say why: REPEATED_RETURNS or CROSSED_DUTIES.")
              .atMost(note, LONGEST_NOTE, "note")
              .require(
                  !concernedUnitIds.isEmpty(),
                  "concernedUnitIds",
                  "required",
                  "请至少选择一个相关单位。",
                  "Choose at least one unit that is concerned.")
              .require(
                  concernedUnitIds.size() <= MOST_UNITS,
                  "concernedUnitIds",
                  "too-many",
                  "最多 " + MOST_UNITS + " 个相关单位。",
                  "At most " + MOST_UNITS + " units.");
      List<Unit> units = new ArrayList<>();
      for (String code : new LinkedHashSet<>(concernedUnitIds)) {
        Optional<Unit> unit = known.unit(code);
        wrong.require(
            unit.filter(Unit::active).isPresent(),
            "concernedUnitIds",
            "unknown-unit",
            "没有这个承办单位，或已停用。请从列表中选择。",
            "There is no such unit, or it is out of service. Choose one from the list.");
        unit.ifPresent(units::add);
      }
      wrong.throwIfAny();
      return units;
    }

    /** With whom could it confer? */
    static void requireAnother(List<Unit> units, Assignment assignment) {
      new Violations()
          .require(
              units.stream().anyMatch(unit -> !unit.code().equals(assignment.unitId())),
              "concernedUnitIds",
              "only-itself",
              "请至少选择一个其他单位：申请退单的单位已在会商之列。",
              "Choose at least one other unit: the one that asks takes part anyway.")
          .throwIfAny();
    }
  }

  @Transactional
  public DisputeView convene(
      Actor actor, UUID assignmentId, int requestNo, IfMatch expected, Entry entry) {
    List<Unit> concerned = entry.check(directory.recent());
    Deciding.Open open = deciding.begin(actor, assignmentId, requestNo, Kind.RETURN, expected);
    Assignment assignment = open.assignment();
    HandledCase of = open.held().handledCase();
    Entry.requireAnother(concerned, assignment);
    // Who is complained about does not read what others say about it.
    dispatch.requireNotComplainedAbout(of.caseId(), concerned);
    Dispute dispute =
        Dispute.open(
            of,
            assignment,
            entry.ground(),
            entry.note(),
            concerned,
            limits.inForce().disputeAfter(),
            open.cause());
    assignment.convene(open.cause().at(), timeRules.recent());
    List<Fact> facts = open.facts();
    facts.add(of.say(dispute.opened(assignment), open.cause()));
    requests.dispute(assignmentId, requestNo, open.cause().at());
    disputes.persist(dispute);
    disputes.flush();
    timers.watch(List.of(assignment));
    looks.soon(List.of(of.caseId()), open.cause().at());
    log.append(facts);
    return pages.made(dispute, of, actor);
  }
}
