package hotline.dispatch.instructions;

import hotline.calendar.WorkCalendar;
import hotline.dispatch.directory.Directory;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * One unit's part in an instruction as people see it.
 *
 * @param overdue whether the clock runs and has run out
 * @param missed whether a due time was ever missed
 * @param remainingWorkMinutes until the due time; negative afterwards
 */
@Schema(name = "InstructionReceipt")
public record ReceiptView(
    UUID receiptId,
    String unitId,
    String unitName,
    Duty duty,
    ReceiptStatus status,
    Instant dueAt,
    boolean overdue,
    boolean missed,
    long remainingWorkMinutes,
    Instant readAt,
    Instant doneAt,
    long version,
    List<Feedback> feedback) {

  static ReceiptView of(
      InstructedUnit unit,
      List<Feedback> feedback,
      Directory names,
      Instant now,
      WorkCalendar calendar) {
    return new ReceiptView(
        unit.receiptId(),
        unit.unitId(),
        names.unitName(unit.unitId()),
        unit.duty(),
        unit.status(),
        unit.dueAt(),
        ReceiptMoves.runs(unit.status(), unit.duty()) && now.isAfter(unit.dueAt()),
        unit.missed(),
        calendar.workMinutesBetween(now, unit.dueAt()),
        unit.readAt(),
        unit.doneAt(),
        unit.version(),
        feedback);
  }
}
