package hotline.evaluation.hearing;

import hotline.evaluation.callbacks.Callback;
import hotline.evaluation.callbacks.CancelCallbacks;
import hotline.evaluation.callbacks.FollowCorrections;
import hotline.evaluation.callbacks.OpenCallbacks;
import hotline.evaluation.cases.CaseRepository;
import hotline.evaluation.cases.HotlineCase;
import hotline.evaluation.cases.Speaker;
import hotline.evaluation.log.CaseLog;
import hotline.evaluation.scoring.LapseRequests;
import hotline.evaluation.spotchecks.EndSpotChecks;
import hotline.lifecycle.AssignmentCompleted;
import hotline.lifecycle.AssignmentRole;
import hotline.lifecycle.CaseAnsweredDirect;
import hotline.lifecycle.CaseAnsweredWithMain;
import hotline.lifecycle.CaseCorrected;
import hotline.lifecycle.CaseRated;
import hotline.lifecycle.CaseReopenRequested;
import hotline.lifecycle.CaseStatus;
import hotline.lifecycle.CaseTransferredOut;
import hotline.lifecycle.CaseWithdrawn;
import hotline.lifecycle.Envelope;
import hotline.lifecycle.Fact;
import hotline.lifecycle.Move;
import hotline.relay.PoisonRecord;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;

/** Folds what intake and dispatch said onto the cases, and does what follows from it here. */
@ApplicationScoped
class HearFacts {

  private final CaseRepository cases;
  private final OpenCallbacks openCallbacks;
  private final CancelCallbacks cancelCallbacks;
  private final FollowCorrections corrections;
  private final HearRatings ratings;
  private final LapseRequests lapseRequests;
  private final EndSpotChecks endSpotChecks;
  private final LateFacts lateFacts;
  private final CaseLog log;
  private final Clock clock;

  HearFacts(
      CaseRepository cases,
      OpenCallbacks openCallbacks,
      CancelCallbacks cancelCallbacks,
      FollowCorrections corrections,
      HearRatings ratings,
      LapseRequests lapseRequests,
      EndSpotChecks endSpotChecks,
      LateFacts lateFacts,
      CaseLog log,
      Clock clock) {
    this.cases = cases;
    this.openCallbacks = openCallbacks;
    this.cancelCallbacks = cancelCallbacks;
    this.corrections = corrections;
    this.ratings = ratings;
    this.lapseRequests = lapseRequests;
    this.endSpotChecks = endSpotChecks;
    this.lateFacts = lateFacts;
    this.log = log;
    this.clock = clock;
  }

  void hear(Connection tx, List<Fact> facts) throws Exception {
    if (facts.isEmpty()) {
      return;
    }
    Map<UUID, HotlineCase> known = known(facts);
    // With those that are opened here.
    Map<UUID, Callback> toRate = ratings.open(facts);
    List<LateFacts.LateFact> late = new ArrayList<>();
    Map<HotlineCase, Fact> ended = new LinkedHashMap<>();
    Map<HotlineCase, Envelope> corrected = new LinkedHashMap<>();
    Map<HotlineCase, Fact> reopened = new LinkedHashMap<>();
    List<OpenCallbacks.Completion> completions = new ArrayList<>();
    List<Fact> said = new ArrayList<>();
    List<HotlineCase> unheard = new ArrayList<>();
    for (Fact fact : facts) {
      HotlineCase about =
          known.computeIfAbsent(
              fact.envelope().caseId(),
              id -> {
                HotlineCase first = HotlineCase.unheard(id, fact.envelope().caseNo());
                unheard.add(first);
                return first;
              });
      Move<CaseStatus> move = about.hear(fact);
      switch (move.kind()) {
        case IMPOSSIBLE -> throw impossible(fact, move.to());
        case SUPERSEDED -> late.add(new LateFacts.LateFact(fact, move.to()));
        case TO, STAY -> {
          if (fact.event() instanceof CaseWithdrawn || fact.event() instanceof CaseTransferredOut) {
            ended.put(about, fact);
          } else if (fact.event() instanceof CaseCorrected) {
            corrected.put(about, fact.envelope());
          } else if (fact.event() instanceof AssignmentCompleted done
              && done.role() == AssignmentRole.LEAD) {
            hear(openCallbacks.completion(about, done, fact.envelope()), completions, toRate, said);
          } else if (fact.event() instanceof CaseAnsweredDirect answered) {
            hear(openCallbacks.answer(about, answered, fact.envelope()), completions, toRate, said);
          } else if (fact.event() instanceof CaseAnsweredWithMain answered) {
            hear(
                openCallbacks.answerWithMain(about, answered, fact.envelope()),
                completions,
                toRate,
                said);
          } else if (fact.event() instanceof CaseRated rated) {
            Callback open = toRate.get(about.caseId());
            if (completions.stream().anyMatch(one -> one.callback() == open)) {
              // The database counts what it has seen open and sees end.
              cases.persist(unheard);
              openCallbacks.persist(completions);
            }
            List<Fact> rates = ratings.rate(about, open, rated, fact.envelope());
            if (rates.isEmpty()) {
              late.add(new LateFacts.LateFact(fact, move.to()));
            }
            said.addAll(rates);
          } else if (fact.event() instanceof CaseReopenRequested request) {
            Fact again = about.reopen(request, Speaker.becauseOf(fact.envelope(), clock));
            said.add(again);
            reopened.put(about, again);
          }
        }
      }
    }
    cases.persist(unheard);
    openCallbacks.keep(tx, completions);
    cancelCallbacks.cancel(ended);
    lapseRequests.lapse(reopened);
    said.addAll(endSpotChecks.reopened(reopened));
    lateFacts.keep(tx, late);
    corrected.keySet().removeIf(about -> !isCalledBack(about.status()));
    said.addAll(corrections.follow(tx, corrected));
    log.append(said);
  }

  private static void hear(
      OpenCallbacks.Completion completion,
      List<OpenCallbacks.Completion> completions,
      Map<UUID, Callback> toRate,
      List<Fact> said) {
    completions.add(completion);
    toRate.put(completion.callback().caseId(), completion.callback());
    said.add(completion.opened());
  }

  private static boolean isCalledBack(CaseStatus status) {
    return status == CaseStatus.PENDING_CALLBACK || status == CaseStatus.ANSWERED_DIRECT;
  }

  private Map<UUID, HotlineCase> known(List<Fact> facts) {
    TreeSet<UUID> ids = new TreeSet<>();
    facts.forEach(fact -> ids.add(fact.envelope().caseId()));
    Map<UUID, HotlineCase> known = new HashMap<>();
    cases.locked(ids).forEach(one -> known.put(one.caseId(), one));
    return known;
  }

  private static PoisonRecord impossible(Fact fact, CaseStatus status) {
    return new PoisonRecord(
        "IMPOSSIBLE_MOVE", fact.event().type() + " cannot be true while the case is " + status);
  }
}
