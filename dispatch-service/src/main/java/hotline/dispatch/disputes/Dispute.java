package hotline.dispatch.disputes;

import hotline.calendar.WorkCalendar;
import hotline.dispatch.assignments.Assignment;
import hotline.dispatch.cases.Cause;
import hotline.dispatch.cases.HandledCase;
import hotline.lifecycle.AssignmentRole;
import hotline.lifecycle.DeadlineKind;
import hotline.lifecycle.DirectoryEntry.Unit;
import hotline.lifecycle.DisputeGround;
import hotline.lifecycle.DisputeOpened;
import hotline.lifecycle.DisputeOpinionStated;
import hotline.lifecycle.DisputeRuled;
import hotline.lifecycle.DutyStance;
import hotline.lifecycle.Uuid7;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/**
 * Units disagree whose duty a case is, and the centre convenes them (会商) until it rules (裁定). Each
 * act returns the fact that it made true.
 *
 * <p>The unit that has the case leads meanwhile and acts first (先处置后争议). A new opinion makes the
 * form of whoever is about to rule stale: it must be read first.
 */
@Entity
@DynamicUpdate
public class Dispute {

  @Id private UUID disputeId;
  private UUID caseId;
  private int disputeNo;
  private UUID assignmentId;
  private int requestNo;
  private int round;

  @Enumerated(EnumType.STRING)
  private DisputeGround ground;

  private String note;
  private String interimUnitId;

  @JdbcTypeCode(SqlTypes.ARRAY)
  private List<String> concernedUnits = List.of();

  private int returnsAsked;
  private Instant openedAt;
  private String openedBy;
  private int opinions;

  @Enumerated(EnumType.STRING)
  private DisputeState state;

  private Instant endedAt;

  @Enumerated(EnumType.STRING)
  private DisputeRecords.Ending ending;

  private String categoryCode;
  private String placeCode;
  private String leadUnitId;

  @JdbcTypeCode(SqlTypes.ARRAY)
  private List<String> coUnits = List.of();

  private String reason;
  private String ruledBy;
  private String ruleId;
  @Version private long version;

  protected Dispute() {}

  /**
   * In the place of a decision about a return of the lead; the task is told by {@link
   * Assignment#convene}.
   *
   * @param concerned the other units that are asked
   * @param after from how many returns on these alone are ground enough
   */
  static Dispute open(
      HandledCase of,
      Assignment assignment,
      DisputeGround ground,
      String note,
      List<Unit> concerned,
      int after,
      Cause cause) {
    if (assignment.role() != AssignmentRole.LEAD) {
      throw new NoDisputeAboutAPart();
    }
    int asked = of.disputes().returnsAsked();
    if (ground == DisputeGround.REPEATED_RETURNS && asked < after) {
      throw new TooFewReturns(asked, after);
    }
    Dispute dispute = new Dispute();
    dispute.disputeId = Uuid7.at(cause.at());
    dispute.caseId = of.caseId();
    dispute.disputeNo = of.disputes().open();
    dispute.assignmentId = assignment.assignmentId();
    dispute.requestNo = assignment.requests();
    dispute.round = assignment.round();
    dispute.ground = ground;
    dispute.note = note == null || note.isBlank() ? null : note.strip();
    dispute.interimUnitId = assignment.unitId();
    List<String> units = new ArrayList<>(List.of(assignment.unitId()));
    concerned.stream().map(Unit::code).filter(code -> !units.contains(code)).forEach(units::add);
    dispute.concernedUnits = List.copyOf(units);
    dispute.returnsAsked = asked;
    dispute.openedAt = cause.at();
    dispute.openedBy = cause.actor();
    dispute.state = DisputeState.OPEN;
    dispute.categoryCode = of.categoryCode();
    dispute.placeCode = of.placeCode();
    return dispute;
  }

  /**
   * @param assignment the task in dispute, its clocks as they run by now
   */
  DisputeOpened opened(Assignment assignment) {
    return new DisputeOpened(
        assignmentId,
        round,
        assignment.role(),
        interimUnitId,
        requestNo,
        disputeNo,
        ground,
        returnsAsked,
        concernedUnits,
        assignment.standsAt(),
        assignment.clocks().due(DeadlineKind.REPLY),
        assignment.dueAhead(DeadlineKind.SIGN),
        assignment.dueAhead(DeadlineKind.CONTACT));
  }

  DisputeOpinionStated state(String unitId, DutyStance stance, String suggestedUnitId) {
    requireOpen();
    if (!concernedUnits.contains(unitId)) {
      throw new NotConcerned(disputeNo);
    }
    opinions++;
    return new DisputeOpinionStated(
        assignmentId, round, disputeNo, opinions, unitId, stance, suggestedUnitId);
  }

  /**
   * @param units the lead first
   * @param createdRule the routing rule that follows from it; null for none
   */
  DisputeRuled rule(
      HandledCase of,
      Assignment assignment,
      List<Unit> units,
      String why,
      String createdRule,
      Cause cause,
      WorkCalendar calendar) {
    requireOpen();
    List<String> codes = units.stream().map(Unit::code).toList();
    state = DisputeState.RULED;
    endedAt = cause.at();
    ruledBy = cause.actor();
    categoryCode = of.categoryCode();
    placeCode = of.placeCode();
    leadUnitId = codes.get(0);
    coUnits = List.copyOf(codes.subList(1, codes.size()));
    reason = why.strip();
    ruleId = createdRule;
    of.disputes().rule(disputeNo, codes, cause.at());
    return new DisputeRuled(
        assignmentId,
        round,
        assignment.role(),
        interimUnitId,
        disputeNo,
        opinions,
        leadUnitId,
        coUnits,
        assignment.standsAt(),
        openedAt,
        calendar.workMinutesBetween(openedAt, cause.at()),
        ruleId);
  }

  /** Whether the unit that acted first is the one that was ruled to lead. */
  boolean keepsItsLead() {
    return interimUnitId.equals(leadUnitId);
  }

  void requireOpen() {
    if (state != DisputeState.OPEN) {
      throw new DisputeOver(state);
    }
  }

  public UUID disputeId() {
    return disputeId;
  }

  public UUID caseId() {
    return caseId;
  }

  public int disputeNo() {
    return disputeNo;
  }

  UUID assignmentId() {
    return assignmentId;
  }

  int requestNo() {
    return requestNo;
  }

  public int round() {
    return round;
  }

  DisputeGround ground() {
    return ground;
  }

  String note() {
    return note;
  }

  String interimUnitId() {
    return interimUnitId;
  }

  List<String> concernedUnits() {
    return concernedUnits;
  }

  int returnsAsked() {
    return returnsAsked;
  }

  public Instant openedAt() {
    return openedAt;
  }

  public DisputeState state() {
    return state;
  }

  public Instant endedAt() {
    return endedAt;
  }

  DisputeRecords.Ending ending() {
    return ending;
  }

  String categoryCode() {
    return categoryCode;
  }

  String placeCode() {
    return placeCode;
  }

  String leadUnitId() {
    return leadUnitId;
  }

  List<String> coUnits() {
    return coUnits;
  }

  String reason() {
    return reason;
  }

  String ruleId() {
    return ruleId;
  }

  long version() {
    return version;
  }
}
