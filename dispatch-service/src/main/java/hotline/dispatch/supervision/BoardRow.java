package hotline.dispatch.supervision;

import hotline.dispatch.assignments.AssignmentView.NextDeadline;
import hotline.dispatch.holders.Holder;
import hotline.lifecycle.CaseKind;
import hotline.lifecycle.CaseStatus;
import hotline.lifecycle.Urgency;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * An open case on the board.
 *
 * @param title null until the text has arrived
 * @param repeats null unless it is one of several requests of one caller or place
 * @param acceptedAt null while it waits for screening
 * @param nextDeadline the most pressing running clock of all its units; null when none runs
 * @param escalatedTo level of the highest tier that was asked to coordinate; null when none was
 */
public record BoardRow(
    UUID caseId,
    String caseNo,
    String title,
    CaseStatus status,
    CaseKind kind,
    Urgency urgency,
    String categoryName,
    String placeName,
    Instant registeredAt,
    Instant acceptedAt,
    int round,
    List<Concern> concerns,
    Repeats repeats,
    Holder holder,
    NextDeadline nextDeadline,
    int urgeCount,
    int centreUrgeCount,
    Instant lastCentreUrge,
    int openOrderCount,
    int openInstructionCount,
    boolean owned,
    Integer escalatedTo,
    long version) {

  /**
   * How often the same was asked for (重复诉求), this case among them.
   *
   * @param ofCaller by the same caller; null while that is not often enough
   * @param atPlace at the same place, by whomever; null likewise
   */
  @Schema(name = "RequestRepeats")
  public record Repeats(Long ofCaller, Long atPlace) {}

  /** By what the list is ordered: what waits for screening stands by its registration. */
  Instant inOrderSince() {
    return acceptedAt == null ? registeredAt : acceptedAt;
  }
}
