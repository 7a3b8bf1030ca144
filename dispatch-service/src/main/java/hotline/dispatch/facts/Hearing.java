package hotline.dispatch.facts;

import hotline.dispatch.assignments.MoveDeadlines.Corrected;
import hotline.dispatch.cases.HandledCase;
import hotline.dispatch.dispatching.NextRound;
import hotline.dispatch.notices.HearResults.End;
import hotline.lifecycle.CancellationReason;
import hotline.lifecycle.CaseAccepted;
import hotline.lifecycle.CaseAnsweredDirect;
import hotline.lifecycle.CaseClosed;
import hotline.lifecycle.CaseCorrected;
import hotline.lifecycle.CaseMarked;
import hotline.lifecycle.CaseRefused;
import hotline.lifecycle.CaseRegistered;
import hotline.lifecycle.CaseRehandleOrdered;
import hotline.lifecycle.CaseReopened;
import hotline.lifecycle.CaseSplit;
import hotline.lifecycle.CaseStatus;
import hotline.lifecycle.CaseTransferAcknowledged;
import hotline.lifecycle.CaseTransferDeclined;
import hotline.lifecycle.CaseTransferredOut;
import hotline.lifecycle.CaseUrged;
import hotline.lifecycle.CaseWithdrawn;
import hotline.lifecycle.Envelope;
import hotline.lifecycle.Fact;
import hotline.lifecycle.LifecycleEvent;
import hotline.lifecycle.Move;
import hotline.lifecycle.ScreeningMissed;
import hotline.relay.PoisonRecord;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/**
 * Takes the facts of one poll into account, in log order and in memory; what has to be done about
 * them is read off afterwards, so that a case that was accepted and withdrawn in one breath is not
 * dispatched.
 */
final class Hearing {

  /**
   * A case on which nobody works any more, and the fact that ended that.
   *
   * @param reason null of a case that no unit ever had: nothing is cancelled
   */
  record Ended(HandledCase handledCase, CancellationReason reason, UUID eventId) {}

  /** Another round was ordered, or the case was reopened for one. */
  record Rehandle(HandledCase handledCase, NextRound next, UUID eventId) {}

  /** A fact without effect, and the status that was stronger. */
  record Late(Fact fact, CaseStatus status) {}

  private final Map<UUID, HandledCase> cases;
  private final List<HandledCase> registered = new ArrayList<>();
  private final Map<UUID, Ended> ended = new LinkedHashMap<>();
  private final Map<UUID, Rehandle> rehandles = new LinkedHashMap<>();
  private final Map<UUID, End> ends = new LinkedHashMap<>();
  private final Map<UUID, Corrected> corrected = new LinkedHashMap<>();
  private final List<Late> late = new ArrayList<>();
  private final Set<UUID> watched = new LinkedHashSet<>();

  Hearing(Map<UUID, HandledCase> known) {
    cases = new LinkedHashMap<>(known);
  }

  void hear(Fact fact) {
    Envelope envelope = fact.envelope();
    HandledCase known = cases.get(envelope.caseId());
    if (known == null) {
      register(fact);
      return;
    }
    CaseStatus before = known.status();
    Move<CaseStatus> move = known.hear(fact.event());
    if (move.kind() == Move.Kind.IMPOSSIBLE) {
      throw new PoisonRecord(
          "IMPOSSIBLE_MOVE", fact.event().type().wireName() + " cannot happen in " + before);
    }
    if (move.kind() == Move.Kind.SUPERSEDED) {
      late.add(new Late(fact, before));
      return;
    }
    takeEffect(known, fact.event(), before, envelope);
  }

  private void register(Fact fact) {
    Envelope envelope = fact.envelope();
    if (!(fact.event() instanceof CaseRegistered event)) {
      throw new PoisonRecord(
          "CASE_UNKNOWN", fact.event().type().wireName() + " about a case that was not registered");
    }
    HandledCase added =
        HandledCase.registered(envelope.caseId(), envelope.caseNo(), event, envelope.time());
    registered.add(added);
    cases.put(envelope.caseId(), added);
  }

  private void takeEffect(
      HandledCase known, LifecycleEvent event, CaseStatus before, Envelope envelope) {
    if (event instanceof CaseAccepted accepted) {
      known.accept(accepted, envelope.id(), envelope.time(), envelope.recordedTime());
      watched.add(known.caseId());
    } else if (event instanceof CaseAnsweredDirect answered) {
      known.answeredDirectly(answered, envelope.time());
    } else if (event instanceof CaseUrged urged) {
      known.urged(urged);
    } else if (event instanceof ScreeningMissed) {
      known.screeningMissed();
    } else if (event instanceof CaseMarked marked) {
      known.mark(marked);
    } else if (event instanceof CaseCorrected correction) {
      if (known.correct(correction, envelope.time())) {
        corrected.put(known.caseId(), new Corrected(known, envelope.id()));
      }
    } else if (event instanceof CaseSplit split) {
      // Their own registrations said so, unless a version heard them that did not know of it.
      split.splitInto().stream()
          .map(cases::get)
          .filter(Objects::nonNull)
          .forEach(newCase -> newCase.isSplitFrom(known));
    } else if (event instanceof CaseRehandleOrdered order) {
      rehandles.put(known.caseId(), new Rehandle(known, NextRound.of(order), envelope.id()));
      toFirstUnit(known, envelope);
    } else if (event instanceof CaseReopened reopened) {
      known.reopened(reopened);
      rehandles.put(known.caseId(), new Rehandle(known, NextRound.of(reopened), envelope.id()));
      watched.add(known.caseId());
      toFirstUnit(known, envelope);
    } else if (event instanceof CaseWithdrawn) {
      end(known, CancellationReason.CASE_WITHDRAWN, event, envelope);
    } else if (event instanceof CaseTransferredOut) {
      // The clocks of the case stop; whether it ends, the body outside says.
      known.transferredOut(before, envelope.time());
      ended.putIfAbsent(
          known.caseId(), new Ended(known, CancellationReason.CASE_TRANSFERRED, envelope.id()));
    } else if (event instanceof CaseTransferDeclined) {
      known.screenedAnew();
    } else if (event instanceof CaseTransferAcknowledged) {
      known.transferTaken();
      end(known, null, event, envelope);
    } else if (event instanceof CaseRefused) {
      end(known, null, event, envelope);
    } else if (event instanceof CaseClosed closed) {
      known.closed(closed, before);
      end(known, CancellationReason.CASE_CLOSED, event, envelope);
    }
  }

  private void end(
      HandledCase known, CancellationReason reason, LifecycleEvent event, Envelope envelope) {
    // A rating that crossed a withdrawal is the result: the last end stands.
    ends.put(known.caseId(), new End(known, event, envelope.id(), envelope.time()));
    // A transfer only ended the tasks: whoever follows the case hears of its end, too.
    ended.merge(
        known.caseId(),
        new Ended(known, reason, envelope.id()),
        (first, now) -> first.reason() == CancellationReason.CASE_TRANSFERRED ? now : first);
  }

  List<HandledCase> registered() {
    return registered;
  }

  /** Cases of this poll that wait for dispatch and were never offered to the catalogue. */
  List<HandledCase> unrouted() {
    return cases.values().stream()
        .filter(one -> one.isWaitingForDispatch() && !one.offeredToCatalogue())
        .toList();
  }

  Collection<Ended> ended() {
    return ended.values();
  }

  /** Open cases that have other limits than before this poll. */
  List<Corrected> corrected() {
    return corrected.values().stream().filter(one -> !one.handledCase().isOver()).toList();
  }

  /** How each case that ended in this poll ended at last. */
  Collection<End> ends() {
    return ends.values();
  }

  /** Cases that go back to the unit that had them. */
  List<Rehandle> rehandles() {
    return rehandles.values().stream()
        .filter(one -> one.handledCase().status() == CaseStatus.REHANDLING)
        .toList();
  }

  /** What the centre had answered itself has no unit yet: a dispatcher chooses it. */
  private void toFirstUnit(HandledCase known, Envelope envelope) {
    if (known.isWaitingForDispatch()) {
      known.answerWasNoHelp(envelope.id(), envelope.time());
      watched.add(known.caseId());
    }
  }

  /** Those, and the ones that were answered directly and go to their first unit. */
  List<Rehandle> handledAgain() {
    return rehandles.values().stream().filter(one -> !one.handledCase().isOver()).toList();
  }

  /**
   * Cases that came to the dispatchers or were reopened: from now on supervision looks after them.
   */
  Set<UUID> toBeWatched() {
    return watched;
  }

  List<Late> late() {
    return late;
  }
}
