package hotline.dispatch.dispatching;

import hotline.access.NotFound;
import hotline.access.Scope;
import hotline.dispatch.assignments.Assignment;
import hotline.dispatch.assignments.AssignmentPages;
import hotline.dispatch.assignments.AssignmentRepository;
import hotline.dispatch.casefiles.CaseFileStore;
import hotline.dispatch.casefiles.FileView;
import hotline.dispatch.cases.CaseRepository;
import hotline.dispatch.cases.HandledCase;
import hotline.dispatch.catalogue.CatalogueStore;
import hotline.dispatch.catalogue.RouteView;
import hotline.dispatch.decisions.CaseDecisions;
import hotline.dispatch.decisions.DecisionStore;
import hotline.dispatch.decisions.RoutingView;
import hotline.dispatch.directory.Directory;
import hotline.dispatch.directory.DirectoryStore;
import hotline.dispatch.holders.Holders;
import hotline.lifecycle.CaseFile;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** One case with all its assignments. */
@ApplicationScoped
public class CasePages {

  private final CaseRepository cases;
  private final AssignmentRepository assignments;
  private final AssignmentPages pages;
  private final CaseFileStore files;
  private final DecisionStore decisions;
  private final DirectoryStore directory;
  private final CatalogueStore catalogue;
  private final Holders holders;

  CasePages(
      CaseRepository cases,
      AssignmentRepository assignments,
      AssignmentPages pages,
      CaseFileStore files,
      DecisionStore decisions,
      DirectoryStore directory,
      CatalogueStore catalogue,
      Holders holders) {
    this.cases = cases;
    this.assignments = assignments;
    this.pages = pages;
    this.files = files;
    this.decisions = decisions;
    this.directory = directory;
    this.catalogue = catalogue;
    this.holders = holders;
  }

  /** A unit sees the case when it has a task in it, and of the tasks those of its own subtree. */
  CaseView view(Scope scope, UUID caseId) {
    HandledCase of = cases.findByIdOptional(caseId).orElseThrow(CasePages::unknown);
    List<Assignment> tasks = assignments.ofCase(caseId);
    List<Assignment> visible =
        tasks.stream().filter(assignment -> scope.seesUnit(assignment.unitPath())).toList();
    if (visible.isEmpty() && !scope.seesUnit(null)) {
      throw unknown();
    }
    Directory names = directory.recent();
    Optional<CaseFile> file = files.find(caseId);
    CaseDecisions decided = decisions.ofCase(caseId);
    return new CaseView(
        of.caseId(),
        of.caseNo(),
        of.status(),
        of.kind(),
        of.urgency(),
        of.categoryCode(),
        names.categoryName(of.categoryCode()),
        of.placeCode(),
        names.placeName(of.placeCode()),
        of.receivedAt(),
        of.enteredAs(),
        of.externalRef(),
        of.originalDue(),
        of.acceptedAt(),
        of.answeredAt(),
        of.confidential(),
        of.round(),
        of.leadUnitId(),
        of.leadUnitId() == null ? null : names.unitName(of.leadUnitId()),
        holders.of(scope, of, tasks),
        of.urgeCount(),
        ComeBack.of(of, names),
        of.version(),
        file.map(text -> FileView.of(text, of.confidential(), scope, names)).orElse(null),
        pages.details(scope, of, visible, decided),
        decided.of(of.round(), of.dispatchNo()).map(RoutingView::of).orElse(null),
        suggestion(of, file.map(CaseFile::respondentUnitId).orElse(null), names));
  }

  private RouteView suggestion(HandledCase of, String respondent, Directory names) {
    return of.isWaitingForDispatch()
        ? Suggestion.of(
            catalogue.recent().route(of.categoryCode(), of.placeCode(), names), respondent, names)
        : null;
  }

  private static NotFound unknown() {
    return new NotFound("工单", "case");
  }
}
