package hotline.dispatch.disputes;

import hotline.access.Scope;
import hotline.calendar.ClockTerms;
import hotline.calendar.DueTime;
import hotline.calendar.Light;
import hotline.calendar.LimitRule;
import hotline.dispatch.assignments.UnitRequest;
import hotline.dispatch.cases.HandledCase;
import hotline.dispatch.directory.Directory;
import hotline.dispatch.disputes.DisputeRecords.Ending;
import hotline.dispatch.disputes.DisputeRecords.Opinion;
import hotline.dispatch.limits.TimeRules;
import hotline.lifecycle.CaseKind;
import hotline.lifecycle.DirectoryEntry.Unit;
import hotline.lifecycle.DisputeGround;
import hotline.lifecycle.DutyStance;
import hotline.lifecycle.Urgency;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A dispute as the centre and the units concerned see it: what it is about, not who reported it.
 *
 * @param title null until the text of the case has arrived
 * @param request the return in whose place it is
 * @param dueAt by when the centre rules; it follows the calendar while it is open
 * @param workMinutes work time since it was opened, up to its end
 * @param late whether it was not ruled by then
 * @param mayStateFor the units for which the reader may state an opinion now
 * @param ending why it ended without a ruling; null otherwise
 */
@Schema(name = "Dispute")
public record DisputeView(
    UUID disputeId,
    int disputeNo,
    UUID caseId,
    UUID assignmentId,
    String caseNo,
    String title,
    CaseKind kind,
    Urgency urgency,
    String categoryCode,
    String categoryName,
    String placeCode,
    String placeName,
    int round,
    DisputeState state,
    DisputeGround ground,
    String note,
    int returnsAsked,
    Party interim,
    List<Party> concerned,
    UnitRequest request,
    List<Statement> opinions,
    List<String> mayStateFor,
    Instant openedAt,
    Instant dueAt,
    Light light,
    long workMinutes,
    boolean late,
    Ruling ruling,
    Instant endedAt,
    Ending ending,
    long version) {

  /** A unit with its name. */
  @Schema(name = "DisputeParty")
  public record Party(String unitId, String unitName) {

    static Party of(String code, Directory names) {
      return new Party(code, names.unitName(code));
    }
  }

  /** What a unit stated. */
  @Schema(name = "DisputeOpinion")
  public record Statement(
      int opinionNo,
      Party unit,
      DutyStance stance,
      Party suggested,
      String legalBasis,
      String words,
      Instant statedAt) {

    static Statement of(Opinion opinion, Directory names) {
      return new Statement(
          opinion.opinionNo(),
          Party.of(opinion.unitId(), names),
          opinion.stance(),
          opinion.suggestedUnitId() == null ? null : Party.of(opinion.suggestedUnitId(), names),
          opinion.legalBasis(),
          opinion.words(),
          opinion.statedAt());
    }
  }

  /**
   * What the centre ruled.
   *
   * @param kept whether the unit that acted first goes on
   * @param ruleId the rule of the catalogue that it created; null when it created none
   */
  @Schema(name = "Ruling")
  public record Ruling(
      Party lead, List<Party> co, String reason, Instant ruledAt, boolean kept, String ruleId) {

    static Ruling of(Dispute dispute, Directory names) {
      return dispute.leadUnitId() == null
          ? null
          : new Ruling(
              Party.of(dispute.leadUnitId(), names),
              dispute.coUnits().stream().map(code -> Party.of(code, names)).toList(),
              dispute.reason(),
              dispute.endedAt(),
              dispute.keepsItsLead(),
              dispute.ruleId());
    }
  }

  /** What a view needs beside the dispute. */
  record Beside(
      HandledCase of, String title, UnitRequest request, List<Opinion> opinions, Scope scope) {}

  /** When the centre has to rule, with what the reader sees of that. */
  record Due(LimitRule rule, TimeRules rules, Instant now) {}

  static DisputeView of(Dispute dispute, Beside beside, Due due, Directory names) {
    HandledCase of = beside.of();
    ClockTerms terms = ClockTerms.of(dispute.openedAt(), due.rule());
    Instant dueAt = DueTime.compute(terms, due.rules().calendar());
    Instant until = dispute.endedAt() == null ? due.now() : dispute.endedAt();
    boolean open = dispute.state() == DisputeState.OPEN;
    return new DisputeView(
        dispute.disputeId(),
        dispute.disputeNo(),
        dispute.caseId(),
        dispute.assignmentId(),
        of.caseNo(),
        beside.title(),
        of.kind(),
        of.urgency(),
        of.categoryCode(),
        names.categoryName(of.categoryCode()),
        of.placeCode(),
        names.placeName(of.placeCode()),
        dispute.round(),
        dispute.state(),
        dispute.ground(),
        dispute.note(),
        dispute.returnsAsked(),
        Party.of(dispute.interimUnitId(), names),
        dispute.concernedUnits().stream().map(code -> Party.of(code, names)).toList(),
        beside.request(),
        beside.opinions().stream().map(opinion -> Statement.of(opinion, names)).toList(),
        open
            ? dispute.concernedUnits().stream()
                .filter(
                    code ->
                        names
                            .unit(code)
                            .map(Unit::path)
                            .filter(beside.scope()::mayActForUnit)
                            .isPresent())
                .toList()
            : List.of(),
        dispute.openedAt(),
        dueAt,
        open
            ? Light.at(
                due.now(),
                due.rules().policy().light().yellowFrom(terms, due.rules().calendar()),
                dueAt)
            : Light.NONE,
        due.rules().calendar().workMinutesBetween(dispute.openedAt(), until),
        until.isAfter(dueAt),
        Ruling.of(dispute, names),
        dispute.endedAt(),
        dispute.ending(),
        dispute.version());
  }
}
