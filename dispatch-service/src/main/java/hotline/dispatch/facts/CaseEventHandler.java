package hotline.dispatch.facts;

import hotline.dispatch.assignments.Assignment;
import hotline.dispatch.assignments.AssignmentRepository;
import hotline.dispatch.assignments.HandlingRecords;
import hotline.dispatch.assignments.MoveDeadlines;
import hotline.dispatch.assignments.Undecided;
import hotline.dispatch.casefiles.CaseFileStore;
import hotline.dispatch.cases.CaseLog;
import hotline.dispatch.cases.CaseLooks;
import hotline.dispatch.cases.CaseRepository;
import hotline.dispatch.cases.Cause;
import hotline.dispatch.cases.HandledCase;
import hotline.dispatch.dispatching.AutomaticDispatch;
import hotline.dispatch.dispatching.RoundStore;
import hotline.dispatch.dispatching.Rounds.Round;
import hotline.dispatch.disputes.DisputeRecords.Ending;
import hotline.dispatch.facts.Hearing.Ended;
import hotline.dispatch.facts.Hearing.Rehandle;
import hotline.dispatch.limits.TimeRulesInForce;
import hotline.dispatch.merging.Followers;
import hotline.dispatch.notices.HearResults;
import hotline.dispatch.owners.FollowCases;
import hotline.lifecycle.CancellationReason;
import hotline.lifecycle.Fact;
import hotline.relay.Incoming;
import hotline.relay.RecordApplier;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** What the other services say: a whole poll in a handful of statements, with all it leads to. */
@ApplicationScoped
public class CaseEventHandler implements RecordApplier {

  private final CaseRepository cases;
  private final CaseFileStore files;
  private final AssignmentRepository assignments;
  private final HandlingRecords records;
  private final Undecided undecided;
  private final MoveDeadlines deadlines;
  private final AutomaticDispatch automatic;
  private final RoundStore rounds;
  private final CaseLooks looks;
  private final FollowCases owners;
  private final HearResults notices;
  private final Followers followers;
  private final LateFacts lateFacts;
  private final CaseLog log;
  private final TimeRulesInForce timeRules;
  private final Clock clock;

  CaseEventHandler(
      CaseRepository cases,
      CaseFileStore files,
      AssignmentRepository assignments,
      HandlingRecords records,
      Undecided undecided,
      MoveDeadlines deadlines,
      AutomaticDispatch automatic,
      RoundStore rounds,
      CaseLooks looks,
      FollowCases owners,
      HearResults notices,
      Followers followers,
      LateFacts lateFacts,
      CaseLog log,
      TimeRulesInForce timeRules,
      Clock clock) {
    this.cases = cases;
    this.files = files;
    this.assignments = assignments;
    this.records = records;
    this.undecided = undecided;
    this.deadlines = deadlines;
    this.automatic = automatic;
    this.rounds = rounds;
    this.looks = looks;
    this.owners = owners;
    this.notices = notices;
    this.followers = followers;
    this.lateFacts = lateFacts;
    this.log = log;
    this.timeRules = timeRules;
    this.clock = clock;
  }

  @Override
  public void apply(Connection tx, List<Incoming> incoming) throws SQLException {
    Poll poll = Poll.read(incoming);
    Instant now = Cause.now(clock);
    // The case before its text, as everywhere: an erasure writes to both.
    Map<UUID, HandledCase> known = cases.lockAll(poll.caseIds(), poll.parting());
    keepFiles(tx, poll, now);
    // What else was locked is only told what became of these.
    known.keySet().retainAll(poll.caseIds());
    Hearing hearing = new Hearing(known);
    poll.facts().forEach(hearing::hear);
    cases.persist(hearing.registered());
    cancelWhatIsOpen(hearing, now);
    notices.hear(hearing.ends(), now);
    notices.handledAgain(hearing.handledAgain().stream().map(Rehandle::handledCase).toList());
    deadlines.follow(hearing.corrected(), now);
    tellFollowers(hearing, now);
    begin(hearing, now);
    tellOwners(hearing, now);
    looks.begin(hearing.toBeWatched(), now);
    looks.soon(hearing.corrected().stream().map(one -> one.handledCase().caseId()).toList(), now);
    lateFacts.keep(tx, hearing.late());
  }

  private void keepFiles(Connection tx, Poll poll, Instant now) throws SQLException {
    if (!poll.written().isEmpty()) {
      files.keep(tx, poll.written());
    }
    if (!poll.erased().isEmpty()) {
      files.erase(tx, poll.erased(), now);
    }
  }

  private void cancelWhatIsOpen(Hearing hearing, Instant now) {
    if (hearing.ended().isEmpty()) {
      return;
    }
    Map<UUID, Ended> byCase = new HashMap<>();
    hearing.ended().forEach(one -> byCase.put(one.handledCase().caseId(), one));
    List<Assignment> open = assignments.openOf(byCase.keySet());
    Undecided.Matters matters = undecided.about(open);
    List<Fact> facts = new ArrayList<>();
    for (Assignment assignment : open) {
      Ended ended = byCase.get(assignment.caseId());
      facts.add(
          ended
              .handledCase()
              .say(
                  assignment.cancel(ended.reason(), now, timeRules.recent()),
                  Cause.bySystem(now, ended.eventId())));
    }
    assignments.flush();
    matters.end(Ending.CANCELLED, now);
    records.countEnded(open);
    log.append(facts);
  }

  /** Cases that are handled together with others (并单). */
  private void tellFollowers(Hearing hearing, Instant now) {
    hearing
        .ended()
        .forEach(one -> followers.ended(one.handledCase(), Cause.bySystem(now, one.eventId())));
    hearing
        .corrected()
        .forEach(one -> followers.corrected(one.handledCase(), Cause.bySystem(now, one.eventId())));
  }

  private void tellOwners(Hearing hearing, Instant now) {
    owners.answered(
        hearing.ended().stream()
            // It may come back: whoever owns it goes on until the body outside has it.
            .filter(one -> one.reason() != CancellationReason.CASE_TRANSFERRED)
            .map(one -> new FollowCases.Heard(one.handledCase(), one.eventId()))
            .toList(),
        now);
    owners.handledAgain(
        hearing.handledAgain().stream()
            .map(one -> new FollowCases.Heard(one.handledCase(), one.eventId()))
            .toList(),
        now);
  }

  private void begin(Hearing hearing, Instant now) {
    List<Rehandle> rehandles = hearing.rehandles();
    List<HandledCase> unrouted = hearing.unrouted();
    Map<UUID, Optional<String>> respondents =
        files.respondents(
            Stream.concat(rehandles.stream().map(Rehandle::handledCase), unrouted.stream())
                .map(HandledCase::caseId)
                .toList());
    List<Round> begun = new ArrayList<>();
    for (Rehandle one : rehandles) {
      begun.add(automatic.again(one.handledCase(), one.next(), one.eventId(), now));
    }
    for (HandledCase one : unrouted) {
      // Without its file nobody knows which unit a case complains about: it is routed when the file
      // is here.
      Optional<String> respondent = respondents.get(one.caseId());
      if (respondent != null) {
        one.offerToCatalogue();
        automatic.first(one, respondent, now).ifPresent(begun::add);
      }
    }
    if (begun.isEmpty()) {
      return;
    }
    rounds.write(begun);
    for (int i = 0; i < rehandles.size(); i++) {
      Rehandle one = rehandles.get(i);
      UUID caseId = one.handledCase().caseId();
      automatic.keepFromRespondent(
          one.handledCase(),
          begun.get(i),
          respondents.getOrDefault(caseId, Optional.empty()),
          one.eventId(),
          now);
    }
  }
}
