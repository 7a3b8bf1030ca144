package hotline.reconcile;

import hotline.lifecycle.AppealUpheld;
import hotline.lifecycle.AssignmentCompleted;
import hotline.lifecycle.AssignmentReplySubmitted;
import hotline.lifecycle.AssignmentRole;
import hotline.lifecycle.CaseAccepted;
import hotline.lifecycle.CaseAnsweredDirect;
import hotline.lifecycle.CaseAnsweredWithMain;
import hotline.lifecycle.CaseClosed;
import hotline.lifecycle.CaseExcluded;
import hotline.lifecycle.CaseMoves;
import hotline.lifecycle.CaseRefused;
import hotline.lifecycle.CaseRegistered;
import hotline.lifecycle.CaseRehandleOrdered;
import hotline.lifecycle.CaseReopened;
import hotline.lifecycle.CaseStatus;
import hotline.lifecycle.CaseTransferAcknowledged;
import hotline.lifecycle.DeadlineKind;
import hotline.lifecycle.DeadlineMissed;
import hotline.lifecycle.DisputeOpened;
import hotline.lifecycle.DisputeRuled;
import hotline.lifecycle.EnteredAs;
import hotline.lifecycle.EvaluationRecorded;
import hotline.lifecycle.EvaluationUnreachable;
import hotline.lifecycle.Fact;
import hotline.lifecycle.LifecycleEvent;
import hotline.lifecycle.Move;
import hotline.lifecycle.Source;
import hotline.lifecycle.SpotCheckBasis;
import hotline.lifecycle.SpotCheckNotMade;
import hotline.lifecycle.SpotCheckRecorded;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * One case as the log alone tells it, folded a second time and apart from the services: what they
 * say is measured against this.
 */
final class LogCase {

  /** What spot checks of draws in proportion came to: what says least first, the worst last. */
  enum Spot {
    NONE,
    NOT_MADE,
    CANNOT_TELL,
    DONE,
    PARTLY,
    NOT_DONE
  }

  private final UUID caseId;
  private final String caseNo;
  private final Map<Source, Long> last = new EnumMap<>(Source.class);
  private final Set<UUID> eventIds = new HashSet<>();
  private CaseStatus status = CaseStatus.DRAFT;
  private boolean accepted;
  private boolean answeredDirect;
  private boolean overdue;
  private CaseClosed closing;
  private boolean reopened;
  private boolean excluded;
  private boolean ratingSetAside;
  private boolean selfRated;
  private boolean disputed;
  private boolean ruled;
  private boolean splitOff;
  private EnteredAs enteredAs;
  private final Set<Integer> answeredRounds = new HashSet<>();
  private Spot spot = Spot.NONE;
  private boolean spotWeighted;

  LogCase(UUID caseId, String caseNo) {
    this.caseId = caseId;
    this.caseNo = caseNo;
  }

  /** Takes in the next record of the log; says what is wrong with it. */
  void take(Fact fact, Differences differences) {
    Source source = fact.envelope().source();
    long sequence = fact.envelope().sequence();
    long before = last.getOrDefault(source, 0L);
    if (!eventIds.add(fact.envelope().id())) {
      differences.duplicate();
      return;
    }
    if (sequence <= before) {
      differences.add(
          "序号重复 / sequence told twice",
          caseNo
              + " "
              + source.uri()
              + " "
              + sequence
              + " by another event "
              + fact.envelope().id());
      return;
    }
    if (sequence > before + 1) {
      differences.add(
          "序号缺口 / gap in a sequence",
          caseNo + " " + source.uri() + " jumps from " + before + " to " + sequence);
    }
    last.put(source, sequence);
    Move<CaseStatus> move = CaseMoves.move(status, fact.event());
    if (move.kind() == Move.Kind.IMPOSSIBLE) {
      differences.add(
          "不可能的流转 / impossible move",
          caseNo + " " + fact.event().type().wireName() + " in status " + status);
      return;
    }
    if (fact.event() instanceof AssignmentCompleted done && done.role() == AssignmentRole.LEAD) {
      // Also of one that crossed a withdrawal: the reply has passed.
      answeredRounds.add(done.round());
    } else if (fact.event() instanceof CaseAnsweredWithMain answered) {
      answeredRounds.add(answered.round());
    }
    if (fact.event() instanceof EvaluationRecorded rated) {
      // Also of one that crossed a withdrawal: the case is closed with it.
      selfRated = rated.via() != null && rated.via().isWithoutCall();
    } else if (fact.event() instanceof EvaluationUnreachable) {
      selfRated = false;
    }
    if (move.effective()) {
      status = move.to();
      note(fact.event());
    }
  }

  private void note(LifecycleEvent event) {
    if (event instanceof CaseRegistered registered) {
      splitOff = registered.splitFrom() != null;
      enteredAs = registered.enteredAs();
    } else if (event instanceof CaseAccepted) {
      accepted = true;
    } else if (event instanceof CaseTransferAcknowledged || event instanceof CaseRefused) {
      // As reporting counts: the city has not taken it on, even where it had begun.
      accepted = false;
    } else if (event instanceof CaseAnsweredDirect) {
      accepted = true;
      answeredDirect = true;
    } else if (event instanceof CaseRehandleOrdered) {
      answeredDirect = false;
    } else if (event instanceof CaseClosed closed) {
      closing = closed;
      accepted = true;
    } else if (event instanceof DisputeOpened) {
      disputed = true;
    } else if (event instanceof DisputeRuled) {
      ruled = true;
    } else if (event instanceof CaseReopened) {
      reopened = true;
      answeredDirect = false;
      excluded = false;
      ratingSetAside = false;
    } else if (event instanceof CaseExcluded) {
      excluded = true;
    } else if (event instanceof AppealUpheld) {
      ratingSetAside = true;
    } else if (event instanceof SpotCheckRecorded found) {
      // As reporting counts a finding that this version does not know.
      spotChecked(
          found.finding() == null ? Spot.CANNOT_TELL : Spot.valueOf(found.finding().name()),
          found.basis());
    } else if (event instanceof SpotCheckNotMade missed) {
      spotChecked(Spot.NOT_MADE, missed.basis());
    } else if (event instanceof AssignmentReplySubmitted reply
        && reply.role() == AssignmentRole.LEAD) {
      overdue |= reply.late();
    } else if (event instanceof AssignmentCompleted done && done.role() == AssignmentRole.LEAD) {
      overdue |= done.late();
    } else if (event instanceof CaseAnsweredWithMain answered) {
      overdue |= answered.late();
    } else if (event instanceof DeadlineMissed missed
        && missed.role() == AssignmentRole.LEAD
        && missed.deadline() == DeadlineKind.REPLY) {
      overdue = true;
    }
  }

  private void spotChecked(Spot result, SpotCheckBasis basis) {
    if (basis != SpotCheckBasis.PROPORTIONAL) {
      spotWeighted = true;
    } else if (result.compareTo(spot) > 0) {
      spot = result;
    }
  }

  /** The worst that spot checks of draws in proportion found; it stays whatever becomes of it. */
  Spot spot() {
    return spot;
  }

  /** Whether a weighted draw checked it. */
  boolean spotWeighted() {
    return spotWeighted;
  }

  UUID caseId() {
    return caseId;
  }

  String caseNo() {
    return caseNo;
  }

  CaseStatus status() {
    return status;
  }

  boolean accepted() {
    return accepted;
  }

  /** Whether it has a number: nothing else is true of a case before. */
  boolean registered() {
    return status != CaseStatus.DRAFT;
  }

  /** Whether the centre answered it at once, and it stayed at that. */
  boolean answeredDirect() {
    return answeredDirect;
  }

  boolean overdue() {
    return overdue;
  }

  /** Whether it was closed and opened again, however it stands now. */
  boolean reopened() {
    return reopened;
  }

  /** Whether it is in no score as it is closed now. */
  boolean excluded() {
    return closing() != null && excluded;
  }

  /** Whether it counts but for what its citizen said. */
  boolean ratingSetAside() {
    return closing() != null && !excluded && ratingSetAside;
  }

  /** Whether it is closed as its citizen rated without being called. */
  boolean selfRated() {
    return closing() != null && selfRated;
  }

  /** Whether its units were convened, however that ended. */
  boolean disputed() {
    return disputed;
  }

  boolean ruled() {
    return ruled;
  }

  /** Whether it is one of several demands of a call and was split off (一诉多求). */
  boolean splitOff() {
    return splitOff;
  }

  /** Null of what was registered as it came in. */
  EnteredAs enteredAs() {
    return enteredAs;
  }

  /** The rounds in which a unit has answered the citizen. */
  Set<Integer> answeredRounds() {
    return answeredRounds;
  }

  /** How the case was closed; null while it is not. */
  CaseClosed closing() {
    return status == CaseStatus.CLOSED || status == CaseStatus.ARCHIVED ? closing : null;
  }

  /** The newest sequence that each source has told. */
  Map<Source, Long> last() {
    return last;
  }
}
