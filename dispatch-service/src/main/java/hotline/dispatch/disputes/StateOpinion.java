package hotline.dispatch.disputes;

import hotline.access.Actor;
import hotline.access.Scope;
import hotline.access.Violations;
import hotline.dispatch.assignments.UnitRequest;
import hotline.dispatch.cases.CaseLog;
import hotline.dispatch.cases.Cause;
import hotline.dispatch.directory.Directory;
import hotline.dispatch.directory.DirectoryStore;
import hotline.dispatch.disputes.DisputeRecords.Opinion;
import hotline.lifecycle.DirectoryEntry.Unit;
import hotline.lifecycle.DisputeOpinionStated;
import hotline.lifecycle.DutyStance;
import hotline.lifecycle.Fact;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A unit concerned says whose duty it is, and by which rule (会商意见). */
@ApplicationScoped
public class StateOpinion {

  private final DisputeRepository disputes;
  private final DisputeRecords records;
  private final DisputePages pages;
  private final DirectoryStore directory;
  private final CaseLog log;
  private final Clock clock;

  StateOpinion(
      DisputeRepository disputes,
      DisputeRecords records,
      DisputePages pages,
      DirectoryStore directory,
      CaseLog log,
      Clock clock) {
    this.disputes = disputes;
    this.records = records;
    this.pages = pages;
    this.directory = directory;
    this.log = log;
    this.clock = clock;
  }

  /** For which unit, what it says, by which rule, and whose it is instead. */
  @Schema(name = "OpinionEntry")
  public record Entry(
      String unitId, DutyStance stance, String legalBasis, String words, String suggestedUnitId) {

    Unit check(Directory known) {
      Unit unit = unitId == null ? null : known.unit(unitId).orElse(null);
      new Violations()
          .require(
              unit != null,
              "unitId",
              "unknown-unit",
              "请说明代表哪个单位提出意见。",
              "Say for which unit the opinion is.")
          .require(
              stance != null,
              "stance",
              "required",
              "请选择：属本单位职责（OURS）、属共同职责（SHARED）或不属本单位职责（NOT_OURS）。",
              "Say whose duty it is: OURS, SHARED or NOT_OURS.")
          .required(legalBasis, "legalBasis")
          .atMost(legalBasis, UnitRequest.LONGEST_BASIS, "legalBasis")
          .atMost(words, UnitRequest.LONGEST_BASIS, "words")
          .require(
              suggested() == null || known.unit(suggestedUnitId).isPresent(),
              "suggestedUnitId",
              "unknown-unit",
              "没有这个承办单位。请从列表中选择。",
              "There is no such unit. Choose one from the list.")
          .throwIfAny();
      return unit;
    }

    String suggested() {
      return suggestedUnitId == null || suggestedUnitId.isBlank() ? null : suggestedUnitId;
    }
  }

  @Transactional
  public DisputeView state(Actor actor, UUID disputeId, Entry entry) {
    Unit unit = entry.check(directory.recent());
    Scope.of(actor).requireMayActForUnit(unit.path());
    DisputeRepository.Locked locked = disputes.lock(disputeId);
    Cause cause = Cause.by(actor, clock);
    List<Fact> facts = new ArrayList<>(locked.held().sayMissed(cause));
    DisputeOpinionStated stated =
        locked.dispute().state(unit.code(), entry.stance(), entry.suggested());
    facts.add(locked.held().handledCase().say(stated, cause));
    disputes.flush();
    records.add(
        disputeId,
        new Opinion(
            stated.opinionNo(),
            unit.code(),
            entry.stance(),
            entry.suggested(),
            entry.legalBasis().strip(),
            entry.words() == null || entry.words().isBlank() ? null : entry.words().strip(),
            cause.at()),
        cause.actor());
    log.append(facts);
    return pages.made(locked.dispute(), locked.held().handledCase(), actor);
  }
}
