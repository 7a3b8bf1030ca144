package hotline.dispatch.supervision;

import hotline.dispatch.assignments.Assignment;
import hotline.dispatch.assignments.AssignmentRepository;
import hotline.dispatch.assignments.ContactAttempt;
import hotline.dispatch.assignments.HandlingRecords;
import hotline.dispatch.assignments.OpenTasks;
import hotline.dispatch.assignments.RequestRecords;
import hotline.dispatch.assignments.UnitRequest;
import hotline.dispatch.cases.HandledCase;
import hotline.lifecycle.AssignmentMoves;
import hotline.lifecycle.AssignmentRole;
import hotline.lifecycle.AssignmentStatus;
import hotline.lifecycle.DeadlineKind;
import hotline.lifecycle.EventType;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;

/** Reads where cases lie: every open task by itself, or that there is none. */
@ApplicationScoped
class Situations {

  private final AssignmentRepository assignments;
  private final HandlingRecords records;
  private final RequestRecords requests;

  Situations(AssignmentRepository assignments, HandlingRecords records, RequestRecords requests) {
    this.assignments = assignments;
    this.records = records;
    this.requests = requests;
  }

  /** What is open of cases whose rows the caller has locked. */
  OpenTasks open(Collection<UUID> caseIds) {
    List<Assignment> open = assignments.openOf(caseIds);
    List<UUID> asking =
        open.stream().filter(task -> task.requests() > 0).map(Assignment::assignmentId).toList();
    return new OpenTasks(open, asking.isEmpty() ? Map.of() : requests.of(asking));
  }

  /** Of these cases and what is open of them: at least one of each. */
  Map<UUID, List<Situation>> of(Map<UUID, HandledCase> cases, OpenTasks open) {
    Map<UUID, List<ContactAttempt>> attempts =
        records.attempts(open.tasks().stream().map(Assignment::assignmentId).toList());
    Map<UUID, List<Situation>> found = new HashMap<>();
    for (Assignment task : open.tasks()) {
      if (task.handedDown().isPart() && task.status() == AssignmentStatus.REPLY_SUBMITTED) {
        // It waits for the unit above, whose own clock runs.
        continue;
      }
      HandledCase of = cases.get(task.caseId());
      Instant lastAct =
          lastAct(
              task, attempts.getOrDefault(task.assignmentId(), List.of()), open.requestsOf(task));
      found
          .computeIfAbsent(task.caseId(), none -> new ArrayList<>())
          .add(situation(of, task(of, task, lastAct)));
    }
    cases.forEach((id, of) -> found.computeIfAbsent(id, none -> List.of(situation(of, null))));
    return found;
  }

  private static Situation situation(HandledCase of, Situation.Task task) {
    return new Situation(
        of.urgency(), of.round(), of.isWaitingForDispatch(), of.waitingSince(), task);
  }

  private static Situation.Task task(HandledCase of, Assignment task, Instant lastAct) {
    return new Situation.Task(
        task.unitId(),
        task.role(),
        task.status(),
        task.clocks().start(),
        task.clocks().due(DeadlineKind.REPLY),
        task.repliedAt(),
        lastAct,
        task.disputedAt(),
        task.role() == AssignmentRole.LEAD
            && of.openCoUnits() > 0
            && AssignmentMoves.move(task.clockStatus(), EventType.ASSIGNMENT_REPLY_SUBMITTED)
                .effective());
  }

  /** Who asks the centre for something is not silent, and goes on when it was answered. */
  static Instant lastAct(
      Assignment task, List<ContactAttempt> attempts, List<UnitRequest> requests) {
    return Stream.of(
            Stream.of(task.inHandSince(), task.signedAt(), task.repliedAt()),
            attempts.stream().map(ContactAttempt::at),
            requests.stream().map(UnitRequest::requestedAt),
            requests.stream()
                .map(UnitRequest::decision)
                .filter(Objects::nonNull)
                .map(UnitRequest.Decision::decidedAt))
        .flatMap(moments -> moments)
        .filter(Objects::nonNull)
        .max(Instant::compareTo)
        .orElseThrow();
  }
}
