package hotline.dispatch.owners;

import hotline.access.NotFound;
import hotline.access.Scope;
import hotline.dispatch.assignments.AssignmentRepository;
import hotline.dispatch.casefiles.CaseFileStore;
import hotline.dispatch.casefiles.FileView;
import hotline.dispatch.cases.CaseRepository;
import hotline.dispatch.cases.Cause;
import hotline.dispatch.cases.HandledCase;
import hotline.dispatch.directory.Directory;
import hotline.dispatch.directory.DirectoryStore;
import hotline.dispatch.limits.TimeRulesInForce;
import hotline.lifecycle.CaseFile;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The owners of one case, for whoever may see it. */
@ApplicationScoped
public class CaseOwnerPages {

  private final CaseRepository cases;
  private final AssignmentRepository assignments;
  private final OwnershipRepository ownerships;
  private final OwnershipRecords records;
  private final CaseFileStore files;
  private final DirectoryStore directory;
  private final TimeRulesInForce timeRules;
  private final Clock clock;

  CaseOwnerPages(
      CaseRepository cases,
      AssignmentRepository assignments,
      OwnershipRepository ownerships,
      OwnershipRecords records,
      CaseFileStore files,
      DirectoryStore directory,
      TimeRulesInForce timeRules,
      Clock clock) {
    this.cases = cases;
    this.assignments = assignments;
    this.ownerships = ownerships;
    this.records = records;
    this.files = files;
    this.directory = directory;
    this.timeRules = timeRules;
    this.clock = clock;
  }

  /** A unit sees it when it has a task in the case; an owner sees the own one wherever it lies. */
  CaseOwners of(Scope scope, UUID caseId) {
    HandledCase of = cases.findByIdOptional(caseId).orElseThrow(CaseOwnerPages::unknown);
    List<CaseOwnership> all = ownerships.ofCase(caseId);
    if (!scope.seesUnit(null)
        && all.stream().noneMatch(one -> one.isOwnedBy(scope.actor()))
        && assignments.ofCase(caseId).stream().noneMatch(one -> scope.seesUnit(one.unitPath()))) {
      throw unknown();
    }
    Instant now = Cause.now(clock);
    Directory names = directory.recent();
    Optional<CaseFile> file = files.find(caseId);
    Map<UUID, List<OwnershipRecord>> said =
        records.of(all.stream().map(CaseOwnership::ownershipId).toList(), names);
    return new CaseOwners(
        caseId,
        of.caseNo(),
        // Nobody who sees the case needs the text here but its owner.
        all.isEmpty()
            ? null
            : file.map(text -> FileView.of(text, of.confidential(), scope, names)).orElse(null),
        all.stream()
            .map(
                one ->
                    OwnershipView.of(
                        one,
                        of,
                        file.map(CaseFile::title).orElse(null),
                        said.getOrDefault(one.ownershipId(), List.of()),
                        scope.actor(),
                        names,
                        now,
                        timeRules.calendar()))
            .toList());
  }

  private static NotFound unknown() {
    return new NotFound("工单", "case");
  }
}
