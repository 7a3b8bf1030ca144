package hotline.reporting;

import hotline.lifecycle.Answer;
import hotline.lifecycle.AppealDismissed;
import hotline.lifecycle.AppealFiled;
import hotline.lifecycle.AppealGround;
import hotline.lifecycle.AppealUpheld;
import hotline.lifecycle.AssignmentCompleted;
import hotline.lifecycle.AssignmentContactAttempted;
import hotline.lifecycle.AssignmentCreated;
import hotline.lifecycle.AssignmentExtended;
import hotline.lifecycle.AssignmentExtensionRequested;
import hotline.lifecycle.AssignmentHeld;
import hotline.lifecycle.AssignmentHoldRequested;
import hotline.lifecycle.AssignmentRecalled;
import hotline.lifecycle.AssignmentReplyRejected;
import hotline.lifecycle.AssignmentReplySubmitted;
import hotline.lifecycle.AssignmentResumed;
import hotline.lifecycle.AssignmentReturnRequested;
import hotline.lifecycle.AssignmentReturned;
import hotline.lifecycle.AssignmentRole;
import hotline.lifecycle.AssignmentSigned;
import hotline.lifecycle.AssignmentStatus;
import hotline.lifecycle.CallbackAttempted;
import hotline.lifecycle.CallbackOpened;
import hotline.lifecycle.CallbackResult;
import hotline.lifecycle.CaseAccepted;
import hotline.lifecycle.CaseAnsweredDirect;
import hotline.lifecycle.CaseAnsweredWithMain;
import hotline.lifecycle.CaseArchived;
import hotline.lifecycle.CaseClosed;
import hotline.lifecycle.CaseCorrected;
import hotline.lifecycle.CaseDispatched;
import hotline.lifecycle.CaseExcluded;
import hotline.lifecycle.CaseExclusionRefused;
import hotline.lifecycle.CaseExclusionRequested;
import hotline.lifecycle.CaseKind;
import hotline.lifecycle.CaseMerged;
import hotline.lifecycle.CaseRated;
import hotline.lifecycle.CaseRegistered;
import hotline.lifecycle.CaseRehandleOrdered;
import hotline.lifecycle.CaseReopenRequested;
import hotline.lifecycle.CaseReopened;
import hotline.lifecycle.CaseSplit;
import hotline.lifecycle.CaseTransferAcknowledged;
import hotline.lifecycle.CaseTransferDeclined;
import hotline.lifecycle.CaseTransferredOut;
import hotline.lifecycle.CaseUnmerged;
import hotline.lifecycle.CaseWithdrawn;
import hotline.lifecycle.Channel;
import hotline.lifecycle.ClosedBy;
import hotline.lifecycle.ContactResult;
import hotline.lifecycle.CorrectedField;
import hotline.lifecycle.DeadlineChange;
import hotline.lifecycle.DeadlineKind;
import hotline.lifecycle.DeadlineMissed;
import hotline.lifecycle.DeadlineMoved;
import hotline.lifecycle.DisputeGround;
import hotline.lifecycle.DisputeOpened;
import hotline.lifecycle.DisputeRuled;
import hotline.lifecycle.DissatisfactionReason;
import hotline.lifecycle.Envelope;
import hotline.lifecycle.EvaluationRecorded;
import hotline.lifecycle.ExclusionReason;
import hotline.lifecycle.ExtensionReason;
import hotline.lifecycle.Fact;
import hotline.lifecycle.HoldReason;
import hotline.lifecycle.LegalHoldLifted;
import hotline.lifecycle.LegalHoldPlaced;
import hotline.lifecycle.LegalHoldReason;
import hotline.lifecycle.LifecycleEvent;
import hotline.lifecycle.MergeReason;
import hotline.lifecycle.RatedVia;
import hotline.lifecycle.RecallReason;
import hotline.lifecycle.ReopenReason;
import hotline.lifecycle.ReopenedBy;
import hotline.lifecycle.ReplyRejection;
import hotline.lifecycle.ResumedBy;
import hotline.lifecycle.ReturnReason;
import hotline.lifecycle.Solved;
import hotline.lifecycle.Source;
import hotline.lifecycle.SpotCheckBasis;
import hotline.lifecycle.SpotCheckDrawn;
import hotline.lifecycle.SpotCheckFinding;
import hotline.lifecycle.SpotCheckNotMade;
import hotline.lifecycle.SpotCheckObstacle;
import hotline.lifecycle.SpotCheckRecorded;
import hotline.lifecycle.TransferTarget;
import hotline.lifecycle.UnmergeReason;
import hotline.lifecycle.Urgency;
import hotline.lifecycle.Uuid7;
import hotline.lifecycle.WithdrawalReason;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The facts of one case as the three other services say them, hour by hour. */
public final class LoopOfFacts {

  private final UUID caseId;
  private final String caseNo;
  private String unitId;
  private String unitPath;
  private UUID checkId;
  private String placeCode = "370281001";
  private String placePath = "/3702/370281/370281001";
  private final UUID assignmentId;
  private final UUID callbackId;
  private final Map<Source, Long> sequences = new EnumMap<>(Source.class);
  private final List<Fact> facts = new ArrayList<>();
  private Instant now;

  public LoopOfFacts(String caseNo, String unitId, Instant start) {
    this.caseId = Uuid7.at(start);
    this.assignmentId = Uuid7.at(start);
    this.callbackId = Uuid7.at(start);
    this.caseNo = caseNo;
    this.unitId = unitId;
    this.unitPath = "/center/" + unitId;
    this.now = start;
  }

  public UUID caseId() {
    return caseId;
  }

  public List<Fact> facts() {
    return facts;
  }

  /** What is said next is about this unit. */
  public LoopOfFacts at(String unit, String path) {
    unitId = unit;
    unitPath = path;
    return this;
  }

  public LoopOfFacts in(String place, String path) {
    placeCode = place;
    placePath = path;
    return this;
  }

  /** Intake puts right what the case is about; it lies in that place from now on. */
  public LoopOfFacts corrected(CaseKind kind, String category, String place, String path) {
    say(
        new CaseCorrected(
            1,
            List.of(CorrectedField.KIND, CorrectedField.CATEGORY, CorrectedField.PLACE),
            CaseKind.HELP,
            kind,
            Urgency.NORMAL,
            Urgency.NORMAL,
            Channel.PHONE,
            Channel.WECHAT,
            "010201",
            category,
            placeCode,
            place,
            placePath,
            path,
            now,
            now));
    return in(place, path);
  }

  public LoopOfFacts accepted() {
    return registered().acceptedNow();
  }

  /** What was registered is accepted. */
  public LoopOfFacts acceptedNow() {
    return say(
        new CaseAccepted(
            CaseKind.HELP, Urgency.NORMAL, "010201", placeCode, placePath, now, false));
  }

  /** The centre answers it at once, and its citizen is to be asked. */
  public LoopOfFacts answeredDirectly() {
    registered();
    say(new CaseAnsweredDirect("center", "/center", "KB-0123", "7"));
    return say(new CallbackOpened(callbackId, 0, "center", now.plusSeconds(259200)));
  }

  /** What the centre answered helped. */
  public LoopOfFacts helped() {
    ratedAnswer(Solved.YES, Answer.YES, null);
    return say(
        new CaseClosed(
            ClosedBy.EVALUATED,
            0,
            "center",
            "/center",
            Answer.YES,
            Solved.YES,
            Answer.YES,
            Answer.YES,
            Solved.YES,
            Answer.YES,
            null,
            null));
  }

  /** What the centre answered was no help. */
  public LoopOfFacts noHelp() {
    ratedAnswer(Solved.NO, Answer.NO, DissatisfactionReason.UNIT);
    return say(new CaseRehandleOrdered(1, "center", DissatisfactionReason.UNIT));
  }

  private void ratedAnswer(Solved solved, Answer satisfied, DissatisfactionReason reason) {
    say(new CallbackAttempted(callbackId, 0, 1, CallbackResult.REACHED));
    say(
        new EvaluationRecorded(
            callbackId,
            0,
            "center",
            "/center",
            Answer.YES,
            solved,
            satisfied,
            Answer.YES,
            reason,
            RatedVia.AGENT));
  }

  public LoopOfFacts registered() {
    return say(
        new CaseRegistered(
            CaseKind.HELP,
            Urgency.NORMAL,
            Channel.PHONE,
            "010201",
            placeCode,
            placePath,
            now,
            false,
            false,
            true,
            "c_1",
            "test",
            caseNo,
            true));
  }

  /** Handed over open by the system before this one, which had accepted it when it came in. */
  public LoopOfFacts acceptedByTheOldSystem(String oldNo, Instant due) {
    say(request("old", oldNo).fromOldSystem(due, unitId, 0));
    return say(
        new CaseAccepted(
            CaseKind.HELP, Urgency.NORMAL, "010201", placeCode, placePath, now, false));
  }

  /** Taken down on paper then, typed in and accepted later. */
  public LoopOfFacts acceptedFromPaper() {
    say(request("PAPER-203003010500", caseNo).onPaper());
    return say(
        new CaseAccepted(
            CaseKind.HELP, Urgency.NORMAL, "010201", placeCode, placePath, now, false));
  }

  private CaseRegistered request(String source, String ref) {
    return new CaseRegistered(
        CaseKind.HELP,
        Urgency.NORMAL,
        Channel.PHONE,
        "010201",
        placeCode,
        placePath,
        now,
        false,
        false,
        true,
        "c_1",
        source,
        ref,
        true);
  }

  /** One of several demands of a call, registered when the call was split. */
  public LoopOfFacts acceptedOfTheCall(UUID call, Instant called) {
    say(
        new CaseRegistered(
                CaseKind.HELP,
                Urgency.NORMAL,
                Channel.PHONE,
                "010201",
                placeCode,
                placePath,
                called,
                false,
                false,
                true,
                "c_1",
                null,
                null,
                true)
            .splitFrom(call, called));
    return say(
        new CaseAccepted(
            CaseKind.HELP, Urgency.NORMAL, "010201", placeCode, placePath, called, false));
  }

  /** Other demands of the call become cases of their own. */
  public LoopOfFacts split(UUID... others) {
    return say(new CaseSplit(List.of(others), others.length));
  }

  public LoopOfFacts dispatched() {
    say(new CaseDispatched(1, unitId, List.of(), true, "r1", "1"));
    return say(
        new AssignmentCreated(
            assignmentId,
            1,
            AssignmentRole.LEAD,
            unitId,
            unitPath,
            now.plusSeconds(7200),
            now.plusSeconds(86400),
            now.plusSeconds(432000),
            "sd-default-1"));
  }

  public LoopOfFacts contacted() {
    say(new AssignmentSigned(assignmentId, 1, AssignmentRole.LEAD, unitId, now, false));
    return say(
        new AssignmentContactAttempted(
            assignmentId, 1, AssignmentRole.LEAD, unitId, 1, ContactResult.REACHED, now, false));
  }

  public LoopOfFacts missed() {
    return say(
        new DeadlineMissed(assignmentId, 1, AssignmentRole.LEAD, unitId, DeadlineKind.REPLY, now));
  }

  /** The calendar or the limits were changed: a clock of the lead ends at another moment. */
  public LoopOfFacts moved(DeadlineKind clock, Instant due) {
    return say(
        new DeadlineMoved(
            assignmentId,
            1,
            AssignmentRole.LEAD,
            unitId,
            clock,
            now,
            due,
            DeadlineChange.CALENDAR,
            2,
            "sd-default/1"));
  }

  public LoopOfFacts extended(Instant due, boolean late) {
    say(
        new AssignmentExtensionRequested(
            assignmentId, 1, AssignmentRole.LEAD, unitId, 1, ExtensionReason.COMPLEX, 5, now));
    return say(
        new AssignmentExtended(
            assignmentId,
            1,
            AssignmentRole.LEAD,
            unitId,
            1,
            ExtensionReason.COMPLEX,
            5,
            now,
            due,
            late));
  }

  public LoopOfFacts held(Instant until, Instant due) {
    say(
        new AssignmentHoldRequested(
            assignmentId, 1, AssignmentRole.LEAD, unitId, 2, HoldReason.SEASON, until));
    return say(
        new AssignmentHeld(
            assignmentId, 1, AssignmentRole.LEAD, unitId, 2, HoldReason.SEASON, until, due));
  }

  public LoopOfFacts resumed(Instant due) {
    return say(
        new AssignmentResumed(
            assignmentId, 1, AssignmentRole.LEAD, unitId, 2, ResumedBy.DUE, now, due));
  }

  public LoopOfFacts returned() {
    say(
        new AssignmentReturnRequested(
            assignmentId, 1, AssignmentRole.LEAD, unitId, 1, ReturnReason.NOT_OUR_DUTY, "zj", now));
    return say(
        new AssignmentReturned(
            assignmentId, 1, AssignmentRole.LEAD, unitId, 1, ReturnReason.NOT_OUR_DUTY, "zj", 1));
  }

  /** The lead asks again to give it back, and its units are convened. */
  public LoopOfFacts disputed() {
    say(
        new AssignmentReturnRequested(
            assignmentId, 1, AssignmentRole.LEAD, unitId, 1, ReturnReason.NOT_OUR_DUTY, "zj", now));
    return say(
        new DisputeOpened(
            assignmentId,
            1,
            AssignmentRole.LEAD,
            unitId,
            1,
            1,
            DisputeGround.REPEATED_RETURNS,
            2,
            List.of(unitId, "zj"),
            AssignmentStatus.SIGNED,
            now.plus(Duration.ofDays(5)),
            null,
            null));
  }

  public LoopOfFacts ruled(String lead, long conferredMinutes) {
    return say(
        new DisputeRuled(
            assignmentId,
            1,
            AssignmentRole.LEAD,
            unitId,
            1,
            1,
            lead,
            List.of(),
            AssignmentStatus.SIGNED,
            now,
            conferredMinutes,
            null));
  }

  public LoopOfFacts recalled() {
    return say(
        new AssignmentRecalled(
            assignmentId, 1, AssignmentRole.LEAD, unitId, RecallReason.MISROUTED));
  }

  /** It is handled with another case. */
  public LoopOfFacts merged(UUID main) {
    return say(new CaseMerged(main, MergeReason.SAME_PLACE));
  }

  public LoopOfFacts unmerged(UUID main) {
    return say(new CaseUnmerged(main, UnmergeReason.OTHER_MATTER));
  }

  /** The reply to its main case passed, and its own citizen is to be asked. */
  public LoopOfFacts answeredWith(UUID main, boolean late) {
    say(new CaseAnsweredWithMain(main, 1, unitId, unitPath, true, "h", "r", now, late));
    return say(new CallbackOpened(callbackId, 1, unitId, now.plusSeconds(86400)));
  }

  /** What is said next is said so much later. */
  public LoopOfFacts after(Duration more) {
    now = now.plus(more);
    return this;
  }

  public LoopOfFacts reply() {
    return say(
        new AssignmentReplySubmitted(
            assignmentId, 1, AssignmentRole.LEAD, unitId, 1, true, now, false, 120));
  }

  public LoopOfFacts rejected() {
    return say(
        new AssignmentReplyRejected(
            assignmentId,
            1,
            AssignmentRole.LEAD,
            unitId,
            1,
            ReplyRejection.OFF_TOPIC,
            now.plusSeconds(86400)));
  }

  public LoopOfFacts rehandled() {
    return say(new CaseRehandleOrdered(2, unitId, DissatisfactionReason.UNIT));
  }

  public LoopOfFacts replied(boolean late) {
    say(new AssignmentSigned(assignmentId, 1, AssignmentRole.LEAD, unitId, now, false));
    say(
        new AssignmentContactAttempted(
            assignmentId, 1, AssignmentRole.LEAD, unitId, 1, ContactResult.REACHED, now, false));
    return say(
        new AssignmentReplySubmitted(
            assignmentId, 1, AssignmentRole.LEAD, unitId, 1, true, now, late, 120));
  }

  public LoopOfFacts completed() {
    say(
        new AssignmentCompleted(
            assignmentId,
            1,
            AssignmentRole.LEAD,
            unitId,
            unitPath,
            1,
            true,
            "h",
            "r",
            now,
            now,
            false));
    return say(new CallbackOpened(callbackId, 1, unitId, now.plusSeconds(86400)));
  }

  public LoopOfFacts closed(Solved solved, Answer satisfied) {
    say(new CallbackAttempted(callbackId, 1, 1, CallbackResult.REACHED));
    return closed(solved, satisfied, RatedVia.AGENT);
  }

  /** The citizen rated without being called. */
  public LoopOfFacts selfRated(Solved solved, Answer satisfied) {
    say(new CaseRated(1, Answer.YES, solved, satisfied, Answer.YES, null, RatedVia.SELF_SERVICE));
    return closed(solved, satisfied, RatedVia.SELF_SERVICE);
  }

  /** The citizen answered a text message with a digit. */
  public LoopOfFacts ratedByText(Solved solved, Answer satisfied) {
    say(
        new CaseRated(
            1,
            Answer.UNKNOWN,
            solved,
            satisfied,
            Answer.UNKNOWN,
            null,
            RatedVia.SELF_SERVICE,
            Channel.SMS));
    return closed(solved, satisfied, RatedVia.SMS);
  }

  private LoopOfFacts closed(Solved solved, Answer satisfied, RatedVia via) {
    say(
        new EvaluationRecorded(
            callbackId, 1, unitId, unitPath, Answer.YES, solved, satisfied, Answer.YES, null, via));
    return say(
        new CaseClosed(
            ClosedBy.EVALUATED,
            1,
            unitId,
            unitPath,
            Answer.YES,
            solved,
            satisfied,
            Answer.YES,
            solved,
            satisfied,
            null,
            null));
  }

  public LoopOfFacts reopened() {
    Instant closedAt = now;
    say(new CaseReopenRequested(ReopenReason.CAME_BACK, ReopenedBy.CITIZEN, closedAt));
    return say(new CaseReopened(2, unitId, ReopenReason.CAME_BACK, ReopenedBy.CITIZEN, closedAt));
  }

  /** It counts in no score: the unit asked, one reviewed, another confirmed. */
  public LoopOfFacts excluded() {
    UUID request = Uuid7.at(now);
    say(new CaseExclusionRequested(request, 1, unitId, ExclusionReason.NOT_TRUE));
    return say(new CaseExcluded(request, 1, unitId, ExclusionReason.NOT_TRUE));
  }

  /** Put away once its windows were over. */
  public LoopOfFacts archived() {
    return say(new CaseArchived(now, 10, now.plus(Duration.ofDays(4000))));
  }

  /** Held for a lawsuit, and that lifted again. */
  public LoopOfFacts heldForLaw() {
    UUID hold = Uuid7.at(now);
    say(new LegalHoldPlaced(hold, LegalHoldReason.LITIGATION));
    return say(new LegalHoldLifted(hold, LegalHoldReason.LITIGATION, false, null));
  }

  /** Drawn by lot, by a draw in proportion or a weighted one. */
  public LoopOfFacts drawn(SpotCheckBasis basis) {
    checkId = Uuid7.at(now);
    return say(
        new SpotCheckDrawn(
            checkId, checkId, 1, unitId, unitPath, basis, now.plus(Duration.ofDays(14))));
  }

  /** Drawn, and found to be that. */
  public LoopOfFacts spotChecked(SpotCheckBasis basis, SpotCheckFinding finding) {
    drawn(basis);
    return say(
        new SpotCheckRecorded(
            checkId, checkId, 1, unitId, unitPath, basis, finding, Answer.NO, now));
  }

  /** Drawn, and not checked. */
  public LoopOfFacts notChecked(SpotCheckBasis basis) {
    drawn(basis);
    return say(
        new SpotCheckNotMade(
            checkId, checkId, 1, unitId, unitPath, basis, SpotCheckObstacle.NO_ACCESS));
  }

  public LoopOfFacts exclusionRefused() {
    UUID request = Uuid7.at(now);
    say(new CaseExclusionRequested(request, 1, unitId, ExclusionReason.NOT_TRUE));
    return say(new CaseExclusionRefused(request, 1, unitId, ExclusionReason.NOT_TRUE));
  }

  /** What its citizen said counts in no score, or does so all the same. */
  public LoopOfFacts appealed(boolean upheld) {
    UUID appeal = Uuid7.at(now);
    say(new AppealFiled(appeal, 1, unitId, AppealGround.OTHER_UNIT));
    return say(
        upheld
            ? new AppealUpheld(appeal, 1, unitId, AppealGround.OTHER_UNIT)
            : new AppealDismissed(appeal, 1, unitId, AppealGround.OTHER_UNIT));
  }

  public LoopOfFacts transferredOut() {
    return say(new CaseTransferredOut(TransferTarget.PETITION, now, now, null, null));
  }

  public LoopOfFacts transferAcknowledged() {
    return say(new CaseTransferAcknowledged(TransferTarget.PETITION, now, false, null));
  }

  public LoopOfFacts transferDeclined() {
    return say(new CaseTransferDeclined(TransferTarget.PETITION, now));
  }

  public LoopOfFacts withdrawn() {
    return say(new CaseWithdrawn(WithdrawalReason.MISTAKE));
  }

  public LoopOfFacts say(LifecycleEvent event) {
    now = now.plus(Duration.ofHours(1));
    Source source = event.type().source();
    long sequence = sequences.merge(source, 1L, Long::sum);
    facts.add(
        new Fact(
            new Envelope(
                Uuid7.at(now),
                source,
                caseId,
                caseNo,
                now,
                now,
                sequence,
                null,
                "u1",
                unitId,
                null),
            event));
    return this;
  }
}
