package hotline.dispatch.cohandling;

import hotline.access.Scope;
import hotline.dispatch.assignments.CasesInSight;
import hotline.dispatch.directory.Directory;
import hotline.dispatch.directory.DirectoryStore;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What the lead units of a case said to its co-handlers, for its life (一案一页). */
@ApplicationScoped
class CaseCoUrges {

  private final CasesInSight cases;
  private final CoUrgeStore urges;
  private final DirectoryStore directory;

  CaseCoUrges(CasesInSight cases, CoUrgeStore urges, DirectoryStore directory) {
    this.cases = cases;
    this.urges = urges;
    this.directory = directory;
  }

  /** One urge: who urged whom. */
  @Schema(name = "CaseCoUrge")
  record Row(
      UUID assignmentId,
      String leadUnitId,
      String leadUnitName,
      String unitId,
      String unitName,
      String words,
      Instant at) {}

  /** A list that is whole. */
  @Schema(name = "CaseCoUrges")
  record Whole(List<Row> items, long count) {}

  /** The two units and those above them read it, and the centre; no third unit. */
  Whole of(Scope scope, UUID caseId) {
    cases.find(scope, caseId);
    Directory names = directory.recent();
    List<Row> items =
        urges.ofCase(caseId).stream()
            .filter(one -> scope.seesUnit(one.lead()) || scope.seesUnit(one.coHandler()))
            .map(
                one ->
                    new Row(
                        one.urge().assignmentId(),
                        one.urge().leadUnitId(),
                        names.unitName(one.urge().leadUnitId()),
                        one.coUnitId(),
                        names.unitName(one.coUnitId()),
                        one.urge().words(),
                        one.urge().at()))
            .toList();
    return new Whole(items, items.size());
  }
}
