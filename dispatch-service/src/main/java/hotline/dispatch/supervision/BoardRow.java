package hotline.dispatch.supervision;

import hotline.dispatch.assignments.AssignmentView.NextDeadline;
import hotline.lifecycle.CaseKind;
import hotline.lifecycle.CaseStatus;
import hotline.lifecycle.Urgency;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * An open case on the board.
 *
 * @param title null until the text has arrived
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

  /** By what the list is ordered: what waits for screening stands by its registration. */
  Instant inOrderSince() {
    return acceptedAt == null ? registeredAt : acceptedAt;
  }
}
