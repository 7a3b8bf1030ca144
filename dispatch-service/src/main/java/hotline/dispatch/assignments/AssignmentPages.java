package hotline.dispatch.assignments;

import hotline.access.NotFound;
import hotline.access.Scope;
import hotline.calendar.Light;
import hotline.dispatch.casefiles.CaseFileStore;
import hotline.dispatch.casefiles.FileView;
import hotline.dispatch.cases.CaseRepository;
import hotline.dispatch.cases.Cause;
import hotline.dispatch.cases.HandledCase;
import hotline.dispatch.decisions.CaseDecisions;
import hotline.dispatch.decisions.DecisionStore;
import hotline.dispatch.decisions.RoutingView;
import hotline.dispatch.directory.Directory;
import hotline.dispatch.directory.DirectoryStore;
import hotline.dispatch.endorsement.EndorsementRuleStore;
import hotline.dispatch.limits.TimeRulesInForce;
import hotline.lifecycle.AssignmentRole;
import hotline.lifecycle.CaseFile;
import hotline.lifecycle.DeadlineKind;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** One assignment as its people see it. */
@ApplicationScoped
public class AssignmentPages {

  private final AssignmentRepository assignments;
  private final CaseRepository cases;
  private final CaseFileStore files;
  private final HandlingRecords records;
  private final RequestRecords requests;
  private final DecisionStore decisions;
  private final DirectoryStore directory;
  private final EndorsementRuleStore endorsementRules;
  private final TimeRulesInForce timeRules;
  private final Clock clock;

  AssignmentPages(
      AssignmentRepository assignments,
      CaseRepository cases,
      CaseFileStore files,
      HandlingRecords records,
      RequestRecords requests,
      DecisionStore decisions,
      DirectoryStore directory,
      EndorsementRuleStore endorsementRules,
      TimeRulesInForce timeRules,
      Clock clock) {
    this.assignments = assignments;
    this.cases = cases;
    this.files = files;
    this.records = records;
    this.requests = requests;
    this.decisions = decisions;
    this.directory = directory;
    this.endorsementRules = endorsementRules;
    this.timeRules = timeRules;
    this.clock = clock;
  }

  AssignmentDetail detail(Scope scope, UUID assignmentId) {
    Assignment assignment = visible(scope, assignmentId);
    HandledCase of = cases.findById(assignment.caseId());
    return details(scope, of, List.of(assignment), decisions.ofCase(of.caseId())).get(0);
  }

  /** Several assignments of one case, with one read of each kind of record. */
  public List<AssignmentDetail> details(
      Scope scope, HandledCase of, Collection<Assignment> ofCase, CaseDecisions decided) {
    Directory names = directory.recent();
    Instant now = Cause.now(clock);
    List<UUID> ids = ofCase.stream().map(Assignment::assignmentId).toList();
    Map<UUID, List<ContactAttempt>> attempts = records.attempts(ids);
    Map<UUID, List<Reply>> replies = records.replies(ids);
    Map<UUID, List<UnitRequest>> asked = requests.of(ids);
    Map<UUID, List<Assignment>> parts = parts(ofCase);
    Optional<CaseFile> file = files.find(of.caseId());
    long following = of.hasMerged() ? cases.followers(of.caseId()) : 0;
    List<AssignmentDetail> details = new ArrayList<>();
    for (Assignment assignment : ofCase) {
      details.add(
          new AssignmentDetail(
              AssignmentView.of(
                  assignment,
                  of,
                  file.map(CaseFile::title).orElse(null),
                  names,
                  now,
                  timeRules.calendar(),
                  parts.getOrDefault(assignment.assignmentId(), List.of())),
              file.map(text -> FileView.of(text, of.confidential(), scope, names)).orElse(null),
              attempts.getOrDefault(assignment.assignmentId(), List.of()),
              replies.getOrDefault(assignment.assignmentId(), List.of()),
              asked.getOrDefault(assignment.assignmentId(), List.of()),
              Allowances.at(now, new Held(of, assignment), timeRules).view(),
              endorsementRules.recent().needed(new Held(of, assignment), now),
              assignment.role() == AssignmentRole.LEAD && !assignment.isOver() ? following : 0,
              AssignmentDetail.Recall.of(assignment),
              assignment.cancellationReason(),
              assignment.handedDown().note(),
              decided
                  .of(assignment.round(), assignment.dispatchNo())
                  .map(RoutingView::of)
                  .orElse(null)));
    }
    return details;
  }

  private Map<UUID, List<Assignment>> parts(Collection<Assignment> tasks) {
    List<UUID> wholes =
        tasks.stream()
            .filter(task -> task.handedDown().hasParts())
            .map(Assignment::assignmentId)
            .toList();
    return wholes.isEmpty()
        ? Map.of()
        : assignments.partsOf(wholes).stream()
            .collect(Collectors.groupingBy(part -> part.handedDown().parentId()));
  }

  List<DeadlineView> deadlines(Scope scope, UUID assignmentId) {
    Assignment assignment = visible(scope, assignmentId);
    Clocks clocks = assignment.clocks();
    Instant now = Cause.now(clock);
    List<DeadlineView> deadlines = new ArrayList<>();
    for (DeadlineKind kind : DeadlineKind.values()) {
      if (clocks.due(kind) != null) {
        boolean running = ClockHands.runs(kind, assignment.clockStatus());
        deadlines.add(
            new DeadlineView(
                kind,
                clocks.rule(kind).limit().format(),
                clocks.due(kind),
                running,
                clocks.missed(kind),
                kind == DeadlineKind.REPLY && clocks.isDueAsPromised(),
                running ? clocks.light(kind, now, timeRules.calendar()) : Light.NONE,
                clocks.explain(kind, timeRules.calendar(clocks.calendarVersion(kind)))));
      }
    }
    return deadlines;
  }

  private Assignment visible(Scope scope, UUID assignmentId) {
    return assignments
        .findByIdOptional(assignmentId)
        .filter(found -> scope.seesUnit(found.unitPath()))
        .orElseThrow(() -> new NotFound("承办任务", "task"));
  }
}
