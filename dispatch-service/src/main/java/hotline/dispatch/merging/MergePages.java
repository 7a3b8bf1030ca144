package hotline.dispatch.merging;

import hotline.access.NotFound;
import hotline.access.Refusal;
import hotline.access.Scope;
import hotline.dispatch.assignments.Assignment;
import hotline.dispatch.assignments.AssignmentRepository;
import hotline.dispatch.casefiles.CaseFileStore;
import hotline.dispatch.cases.CaseRepository;
import hotline.dispatch.cases.HandledCase;
import hotline.dispatch.directory.Directory;
import hotline.dispatch.directory.DirectoryStore;
import hotline.dispatch.dispatching.FileNotHereYet;
import hotline.lifecycle.AssignmentRole;
import hotline.lifecycle.CaseFile;
import hotline.lifecycle.CaseKind;
import hotline.lifecycle.CaseStatus;
import hotline.lifecycle.DeadlineKind;
import hotline.lifecycle.MergeReason;
import hotline.lifecycle.UnmergeReason;
import hotline.lifecycle.Urgency;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What a dispatcher looks at before and after merging cases, and what a merged case was answered.
 */
@ApplicationScoped
class MergePages {

  private final CaseRepository cases;
  private final AssignmentRepository assignments;
  private final CaseFileStore files;
  private final DirectoryStore directory;
  private final Mergings mergings;

  MergePages(
      CaseRepository cases,
      AssignmentRepository assignments,
      CaseFileStore files,
      DirectoryStore directory,
      Mergings mergings) {
    this.cases = cases;
    this.assignments = assignments;
    this.files = files;
    this.directory = directory;
    this.mergings = mergings;
  }

  /**
   * A case as it stands beside another one.
   *
   * @param title null until the text has arrived
   * @param unitName lead unit that has it now; null when it lies with nobody
   * @param replyDue of that unit
   */
  @Schema(name = "ComparedCase")
  record Side(
      UUID caseId,
      String caseNo,
      CaseStatus status,
      CaseKind kind,
      Urgency urgency,
      String title,
      String demand,
      String categoryName,
      String placeName,
      Instant receivedAt,
      String respondentUnitName,
      String unitName,
      Instant replyDue) {}

  /** Why two cases cannot be merged. */
  @Schema(name = "MergeObstacle")
  record Obstacle(String code, String zh, String en) {}

  /**
   * Two cases side by side.
   *
   * @param obstacle null when the dispatcher may decide
   * @param reasons those that hold for the two
   */
  @Schema(name = "CaseComparison")
  record Comparison(Side one, Side main, Obstacle obstacle, List<MergeReason> reasons) {}

  /**
   * A merged case in the list of its main one.
   *
   * @param incidentId null unless it was merged with all calls about an incident
   */
  @Schema(name = "MergedCase")
  record Merged(
      UUID caseId,
      String caseNo,
      CaseStatus status,
      String title,
      String placeName,
      Instant receivedAt,
      MergeReason reason,
      UUID incidentId,
      String note,
      Instant mergedAt,
      Instant answeredAt,
      long version) {}

  /**
   * The case that this one follows or followed.
   *
   * @param incidentId null unless it was merged with all calls about an incident
   * @param endedAt null while it follows
   * @param unmergeReason null unless it was unmerged
   * @param publicReply the words that answered both; null before
   */
  @Schema(name = "MainCase")
  record Main(
      UUID caseId,
      String caseNo,
      MergeReason reason,
      UUID incidentId,
      String note,
      Instant mergedAt,
      Instant endedAt,
      UnmergeReason unmergeReason,
      String unmergeNote,
      String publicReply) {}

  /**
   * What a case has to do with others.
   *
   * @param main null when it was never merged
   * @param count of {@code merged}, the whole list
   */
  @Schema(name = "CaseMergings")
  record Relations(UUID caseId, Main main, List<Merged> merged, long count) {}

  /** The words that answered a case together with another one; nothing else of that one. */
  @Schema(name = "AnswerWithMain")
  record Answer(UUID caseId, String publicReply, Instant answeredAt) {}

  @Transactional
  Comparison compare(Scope scope, UUID caseId, String otherNo) {
    HandledCase one = find(caseId);
    UUID otherId =
        cases
            .withNumber(otherNo == null ? "" : otherNo, scope)
            .orElseThrow(() -> new NotFound("主单", "main case"));
    HandledCase main = find(otherId);
    if (!scope.reachesPlace(main.placePath())) {
      throw new NotFound("主单", "main case");
    }
    Directory names = directory.recent();
    Optional<CaseFile> file = files.find(caseId);
    Optional<CaseFile> ofMain = files.find(otherId);
    return new Comparison(
        side(one, file, names),
        side(main, ofMain, names),
        MergeRules.obstacle(one, main, open(caseId))
            .or(() -> textMissing(file, ofMain))
            .map(MergePages::obstacle)
            .orElse(null),
        MergeRules.reasons(
            one,
            main,
            file.map(CaseFile::respondentUnitId).orElse(null),
            ofMain.map(CaseFile::respondentUnitId).orElse(null)));
  }

  @Transactional
  Relations relations(Scope scope, UUID caseId) {
    find(caseId);
    Directory names = directory.recent();
    List<Merged> merged =
        mergings.into(caseId).stream()
            .filter(one -> scope.reachesPlace(one.placePath()))
            .map(
                one ->
                    new Merged(
                        one.caseId(),
                        one.caseNo(),
                        CaseStatus.valueOf(one.status()),
                        one.title(),
                        names.placeName(one.placeCode()),
                        one.receivedAt(),
                        one.reason(),
                        one.incidentId(),
                        one.note(),
                        one.mergedAt(),
                        one.answerTask() == null ? null : one.endedAt(),
                        one.version()))
            .toList();
    return new Relations(
        caseId,
        mergings
            .of(caseId)
            .filter(one -> scope.reachesPlace(one.mainPlacePath()))
            .map(this::main)
            .orElse(null),
        merged,
        merged.size());
  }

  @Transactional
  Answer answer(UUID caseId) {
    Mergings.Merging merging = mergings.of(caseId).orElseThrow(MergePages::noAnswer);
    return new Answer(
        caseId, mergings.answer(merging).orElseThrow(MergePages::noAnswer), merging.endedAt());
  }

  private Main main(Mergings.Merging merging) {
    return new Main(
        merging.mainCaseId(),
        merging.mainCaseNo(),
        merging.reason(),
        merging.incidentId(),
        merging.note(),
        merging.mergedAt(),
        merging.endedAt(),
        merging.unmergeReason(),
        merging.unmergeNote(),
        mergings.answer(merging).orElse(null));
  }

  private Side side(HandledCase of, Optional<CaseFile> file, Directory names) {
    Optional<Assignment> lead =
        open(of.caseId()).stream().filter(task -> task.role() == AssignmentRole.LEAD).findFirst();
    return new Side(
        of.caseId(),
        of.caseNo(),
        of.status(),
        of.kind(),
        of.urgency(),
        file.map(CaseFile::title).orElse(null),
        file.map(CaseFile::demand).orElse(null),
        names.categoryName(of.categoryCode()),
        names.placeName(of.placeCode()),
        of.receivedAt(),
        file.map(CaseFile::respondentUnitId).map(names::unitName).orElse(null),
        lead.map(task -> names.unitName(task.unitId())).orElse(null),
        lead.map(task -> task.clocks().due(DeadlineKind.REPLY)).orElse(null));
  }

  private List<Assignment> open(UUID caseId) {
    return assignments.openOf(List.of(caseId));
  }

  private static Optional<Refusal> textMissing(Optional<CaseFile> file, Optional<CaseFile> ofMain) {
    return file.isEmpty() || ofMain.isEmpty()
        ? Optional.of(new FileNotHereYet())
        : Optional.empty();
  }

  static Obstacle obstacle(Refusal refused) {
    return new Obstacle(refused.slug(), refused.detailZh(), refused.detailEn());
  }

  private HandledCase find(UUID caseId) {
    return cases.findByIdOptional(caseId).orElseThrow(() -> new NotFound("工单", "case"));
  }

  private static NotFound noAnswer() {
    return new NotFound("随主单的答复", "answer of a main case");
  }
}
