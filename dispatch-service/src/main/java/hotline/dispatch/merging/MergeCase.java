package hotline.dispatch.merging;

import hotline.access.Actor;
import hotline.access.IfMatch;
import hotline.access.Invalid;
import hotline.access.NotFound;
import hotline.access.Refusal;
import hotline.access.Scope;
import hotline.dispatch.assignments.Assignment;
import hotline.dispatch.assignments.AssignmentRepository;
import hotline.dispatch.assignments.HandlingRecords;
import hotline.dispatch.assignments.Held;
import hotline.dispatch.assignments.LentClock;
import hotline.dispatch.assignments.RecallTasks;
import hotline.dispatch.casefiles.CaseFileStore;
import hotline.dispatch.cases.CaseLog;
import hotline.dispatch.cases.CaseRepository;
import hotline.dispatch.cases.Cause;
import hotline.dispatch.cases.HandledCase;
import hotline.dispatch.dispatching.FileNotHereYet;
import hotline.dispatch.dispatching.Rounds;
import hotline.lifecycle.AssignmentRole;
import hotline.lifecycle.CaseMerged;
import hotline.lifecycle.Fact;
import hotline.lifecycle.MergeReason;
import hotline.lifecycle.RecallReason;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** A dispatcher has a case handled together with another one (并单). */
@ApplicationScoped
class MergeCase {

  private final CaseRepository cases;
  private final CaseFileStore files;
  private final AssignmentRepository assignments;
  private final RecallTasks recall;
  private final HandlingRecords records;
  private final Rounds rounds;
  private final LendLimits lending;
  private final Mergings mergings;
  private final CaseLog log;
  private final Clock clock;

  MergeCase(
      CaseRepository cases,
      CaseFileStore files,
      AssignmentRepository assignments,
      RecallTasks recall,
      HandlingRecords records,
      Rounds rounds,
      LendLimits lending,
      Mergings mergings,
      CaseLog log,
      Clock clock) {
    this.cases = cases;
    this.files = files;
    this.assignments = assignments;
    this.recall = recall;
    this.records = records;
    this.rounds = rounds;
    this.lending = lending;
    this.mergings = mergings;
    this.log = log;
    this.clock = clock;
  }

  @Transactional
  HandledCase merge(Actor actor, UUID caseId, IfMatch expected, MergeEntry entry) {
    entry.check();
    Scope scope = Scope.of(actor);
    UUID mainId = number(entry.mainCaseNo(), scope);
    // Both rows in the order of all batches: two dispatchers who merge them crosswise do not wait
    // for each other in a circle, and the second is refused.
    Map<UUID, HandledCase> locked = cases.lockAll(List.of(caseId, mainId));
    if (!scope.reachesPlace(locked.get(mainId).placePath())) {
      throw unknown();
    }
    HandledCase one =
        Optional.ofNullable(locked.get(caseId)).orElseThrow(() -> new NotFound("工单", "case"));
    HandledCase main = locked.get(mainId);
    expected.check(one.version());
    List<Assignment> open = assignments.openOf(List.of(caseId));
    refuse(MergeRules.obstacle(one, main, open));
    Map<UUID, Optional<String>> respondents = files.respondents(List.of(caseId, mainId));
    MergeRules.check(
        entry.reason(),
        one,
        main,
        respondent(respondents, caseId),
        respondent(respondents, mainId));
    join(one, main, open, new CaseMerged(mainId, entry.reason()), entry.note(), actor);
    return one;
  }

  /**
   * A call of an incident follows the parent, by the rules of any merging but that of the place; in
   * a transaction of its own, however many follow.
   *
   * @return false where it follows the parent by now: another press was there first
   * @throws Refusal with why it stays alone
   */
  @Transactional(Transactional.TxType.REQUIRES_NEW)
  boolean mergeCall(Actor actor, UUID caseId, UUID parentId, UUID incidentId) {
    Map<UUID, HandledCase> locked = cases.lockAll(List.of(caseId, parentId));
    HandledCase one = locked.get(caseId);
    HandledCase parent = locked.get(parentId);
    if (one.isMerged() && parentId.equals(one.mainCaseId())) {
      return false;
    }
    List<Assignment> open = assignments.openOf(List.of(caseId));
    refuse(MergeRules.obstacle(one, parent, open));
    Map<UUID, Optional<String>> respondents = files.respondents(List.of(caseId, parentId));
    refuse(
        MergeRules.obstacleOfCall(
            one, parent, respondent(respondents, caseId), respondent(respondents, parentId)));
    // A reason of its own would be none of those that readers of before know.
    CaseMerged merged = new CaseMerged(parentId, MergeReason.SAME_PLACE, incidentId);
    join(one, parent, open, merged, null, actor);
    return true;
  }

  private void join(
      HandledCase one,
      HandledCase main,
      List<Assignment> open,
      CaseMerged merged,
      String note,
      Actor actor) {
    Cause cause = Cause.by(actor, clock);
    List<Fact> facts = recallAll(one, open, cause);
    LentClock due = lending.clockOf(one, open, cause.at());
    facts.add(one.say(merged, cause));
    one.follow(main.caseId(), cause.at());
    main.leadOthers();
    facts.addAll(lending.lend(main, one, due, cause));
    assignments.flush();
    mergings.begin(one, merged, note, cause);
    log.append(facts);
    cases.flush();
  }

  /** Nobody has signed: the tasks end without a fault, as if they had been taken back. */
  private List<Fact> recallAll(HandledCase one, List<Assignment> open, Cause cause) {
    List<Fact> facts = new ArrayList<>();
    if (open.isEmpty()) {
      return facts;
    }
    List<Assignment> coFirst = new ArrayList<>(open);
    // A co-handler's recall leaves the case; the lead's sends it back, and that is said last.
    coFirst.sort((a, b) -> Boolean.compare(isLead(a), isLead(b)));
    coFirst.forEach(task -> facts.addAll(new Held(one, task).sayMissed(cause)));
    recall.recall(one, coFirst, RecallReason.MERGED, null, cause, facts);
    coFirst.forEach(task -> rounds.leavePromise(one, task));
    one.comeBack(cause.at());
    assignments.flush();
    records.countEnded(open);
    return facts;
  }

  private static void refuse(Optional<Refusal> obstacle) {
    obstacle.ifPresent(
        refused -> {
          throw refused;
        });
  }

  private static boolean isLead(Assignment task) {
    return task.role() == AssignmentRole.LEAD;
  }

  private static String respondent(Map<UUID, Optional<String>> respondents, UUID caseId) {
    return Optional.ofNullable(respondents.get(caseId))
        .orElseThrow(FileNotHereYet::new)
        .orElse(null);
  }

  private UUID number(String caseNo, Scope scope) {
    return cases.withNumber(caseNo, scope).orElseThrow(MergeCase::unknown);
  }

  private static Invalid unknown() {
    return new Invalid(
        "mainCaseNo",
        "unknown-case",
        "没有这个编号的工单。请核对后再填。",
        "There is no case with this number. Check it.");
  }
}
