package hotline.dispatch.accountability;

import hotline.lifecycle.DispatchEvent;
import hotline.lifecycle.SupervisionCriticised;
import hotline.lifecycle.SupervisionReason;
import hotline.lifecycle.SupervisionTalked;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A named criticism or a talk, with the cases that it rests on; written once. */
@Schema(name = "AccountabilityRecord")
public record AccountabilityRecord(
    UUID recordId,
    String paperNo,
    Measure measure,
    String unitId,
    String unitName,
    SupervisionReason reason,
    String words,
    String people,
    LocalDate heldOn,
    Instant recordedAt,
    List<RestsOn> cases) {

  /** A case that the record rests on. */
  @Schema(name = "RestsOnCase")
  public record RestsOn(UUID caseId, String caseNo) {}

  /** What is said of each of its cases. */
  DispatchEvent said(String unitPath) {
    return switch (measure) {
      case CRITICISM ->
          new SupervisionCriticised(recordId, paperNo, reason, unitId, unitPath, cases.size());
      case TALK -> new SupervisionTalked(recordId, paperNo, reason, unitId, unitPath, cases.size());
    };
  }
}
