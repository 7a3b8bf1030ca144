package hotline.intake.incidents;

import hotline.lifecycle.CaseStatus;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What an incident came to (汇总), as its cases stand now; numbers only.
 *
 * @param cases how many, the parent among them
 * @param callers of how many callers; each anonymous case is one
 * @param first when the first of them was received; null where none is left
 * @param grids by street or town, most cases first
 */
@Schema(name = "IncidentRollUp")
public record IncidentRollUp(
    long cases,
    long callers,
    Instant first,
    Instant last,
    List<OfStatus> statuses,
    List<OfGrid> grids) {

  @Schema(name = "IncidentCasesOfStatus")
  public record OfStatus(CaseStatus status, long cases) {}

  /**
   * @param placeCode of a street or town; null of cases whose place is not known yet
   */
  @Schema(name = "IncidentCasesOfGrid")
  public record OfGrid(String placeCode, String placeName, long cases, long callers) {}
}
