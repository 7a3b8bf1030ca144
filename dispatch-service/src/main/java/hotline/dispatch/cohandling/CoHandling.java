package hotline.dispatch.cohandling;

import hotline.access.NotFound;
import hotline.access.Scope;
import hotline.calendar.WorkCalendar;
import hotline.dispatch.assignments.Assignment;
import hotline.dispatch.assignments.AssignmentRepository;
import hotline.dispatch.assignments.HandlingRecords;
import hotline.dispatch.assignments.Reply;
import hotline.dispatch.cases.Cause;
import hotline.dispatch.directory.Directory;
import hotline.dispatch.directory.DirectoryStore;
import hotline.dispatch.limits.TimeRulesInForce;
import hotline.lifecycle.AssignmentRole;
import hotline.lifecycle.AssignmentStatus;
import hotline.lifecycle.DeadlineKind;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * How those who handle a case with its lead stand (协办进度): the lead sees each, and every co-handler
 * what the lead said to it.
 */
@ApplicationScoped
class CoHandling {

  private final AssignmentRepository assignments;
  private final HandlingRecords records;
  private final CoUrgeStore urges;
  private final DirectoryStore directory;
  private final TimeRulesInForce timeRules;
  private final Clock clock;

  CoHandling(
      AssignmentRepository assignments,
      HandlingRecords records,
      CoUrgeStore urges,
      DirectoryStore directory,
      TimeRulesInForce timeRules,
      Clock clock) {
    this.assignments = assignments;
    this.records = records;
    this.urges = urges;
    this.directory = directory;
    this.timeRules = timeRules;
    this.clock = clock;
  }

  /** What was said, and when. */
  @Schema(name = "CoHandlerUrgeRow")
  record Urge(String leadUnitName, String words, Instant at) {}

  /**
   * A co-handler of the round.
   *
   * @param late whether its reply was not there in time
   * @param reply for the file of the units; null until one passed
   * @param mayUrge whether it has something to do and was not urged today
   */
  @Schema(name = "CoHandler")
  record Row(
      UUID assignmentId,
      String unitId,
      String unitName,
      AssignmentStatus status,
      Instant replyDue,
      boolean late,
      String reply,
      Instant replyPassedAt,
      List<Urge> urges,
      boolean mayUrge) {}

  /**
   * What a task has to do with co-handlers.
   *
   * @param coHandlers of a lead's task those of its round; empty of others
   * @param urges of a co-handler's task what the lead said to it, the newest first; empty of others
   */
  @Schema(name = "CoHandling")
  record View(UUID assignmentId, List<Row> coHandlers, List<Urge> urges) {}

  View of(Scope scope, UUID assignmentId) {
    Assignment task =
        assignments
            .findByIdOptional(assignmentId)
            .filter(found -> scope.seesUnit(found.unitPath()))
            .orElseThrow(() -> new NotFound("承办任务", "task"));
    Directory names = directory.recent();
    if (task.role() == AssignmentRole.CO) {
      return new View(
          assignmentId,
          List.of(),
          urges.of(urgedWith(task)).stream().map(one -> urge(one, names)).toList());
    }
    List<Assignment> coTasks =
        assignments.ofCase(task.caseId()).stream().filter(one -> isCoHandler(one, task)).toList();
    List<UUID> ids = coTasks.stream().map(Assignment::assignmentId).toList();
    Map<UUID, List<Reply>> replies = ids.isEmpty() ? Map.of() : records.replies(ids);
    Map<UUID, List<CoUrge>> said =
        urges.of(ids).stream().collect(Collectors.groupingBy(CoUrge::assignmentId));
    Instant now = Cause.now(clock);
    return new View(
        assignmentId,
        coTasks.stream()
            .map(
                one ->
                    row(
                        task,
                        one,
                        replies.getOrDefault(one.assignmentId(), List.of()),
                        said.getOrDefault(one.assignmentId(), List.of()),
                        names,
                        now))
            .toList(),
        List.of());
  }

  /** Who works on a part reads also what was said to the unit that handed it down. */
  private static List<UUID> urgedWith(Assignment task) {
    return task.handedDown().isPart()
        ? List.of(task.assignmentId(), task.handedDown().parentId())
        : List.of(task.assignmentId());
  }

  /** A unit that the centre gave a task beside that lead, not a part that anybody handed down. */
  static boolean isCoHandler(Assignment one, Assignment lead) {
    return one.role() == AssignmentRole.CO
        && one.caseId().equals(lead.caseId())
        && one.round() == lead.round()
        && !one.handedDown().isPart()
        && isOfItsTime(one, lead);
  }

  /**
   * A case that came back goes to another lead in the same round: what is done under that one is
   * none of the first one's business, and what was taken back with the first one none of the
   * second's.
   */
  private static boolean isOfItsTime(Assignment one, Assignment lead) {
    if (lead.isOver()) {
      return one.endedAt() != null && !one.endedAt().isAfter(lead.endedAt());
    }
    return one.status() != AssignmentStatus.RECALLED && one.status() != AssignmentStatus.CANCELLED;
  }

  /** Whether a co-handler has to do something next. */
  static boolean isToAct(Assignment coTask) {
    return !coTask.isOver()
        && coTask.status() != AssignmentStatus.REPLY_SUBMITTED
        && coTask.status() != AssignmentStatus.RETURN_REQUESTED
        && coTask.status() != AssignmentStatus.HELD;
  }

  private Row row(
      Assignment lead,
      Assignment one,
      List<Reply> replies,
      List<CoUrge> said,
      Directory names,
      Instant now) {
    Reply passed =
        replies.stream()
            .filter(
                each -> each.review() != null && each.review().decision() == Reply.Decision.PASS)
            .findFirst()
            .orElse(null);
    WorkCalendar calendar = timeRules.calendar();
    boolean urgedToday =
        said.stream().anyMatch(each -> calendar.dateOf(each.at()).equals(calendar.dateOf(now)));
    Instant due = one.clocks().due(DeadlineKind.REPLY);
    return new Row(
        one.assignmentId(),
        one.unitId(),
        names.unitName(one.unitId()),
        one.status(),
        due,
        one.clocks().missed(DeadlineKind.REPLY) || isToAct(one) && due != null && now.isAfter(due),
        passed == null ? null : passed.handlingText(),
        passed == null ? null : passed.review().at(),
        said.stream().map(each -> urge(each, names)).toList(),
        !lead.isOver() && isToAct(one) && !urgedToday);
  }

  private static Urge urge(CoUrge of, Directory names) {
    return new Urge(names.unitName(of.leadUnitId()), of.words(), of.at());
  }
}
