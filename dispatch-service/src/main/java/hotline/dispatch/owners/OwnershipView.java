package hotline.dispatch.owners;

import com.fasterxml.jackson.annotation.JsonInclude;
import hotline.access.Actor;
import hotline.calendar.WorkCalendar;
import hotline.dispatch.cases.HandledCase;
import hotline.dispatch.directory.Directory;
import hotline.lifecycle.CaseStatus;
import hotline.lifecycle.OwnershipReason;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * An owned case as people see it.
 *
 * @param title of the case; null until its text has arrived
 * @param mine whether the reader owns it
 * @param proposed to whom a handover is asked for; null when none is
 * @param next what is due next
 * @param nextDue by when; null when no clock runs
 * @param remainingWorkMinutes until then; negative afterwards, null without a clock
 * @param records what was said and done, in its order; empty in lists
 */
@Schema(name = "CaseOwnership")
@JsonInclude(JsonInclude.Include.ALWAYS)
public record OwnershipView(
    UUID ownershipId,
    UUID caseId,
    String caseNo,
    String title,
    CaseStatus caseStatus,
    OwnershipReason reason,
    OwnershipStatus status,
    LeaderView owner,
    boolean mine,
    LeaderView proposed,
    NextStep next,
    Instant nextDue,
    boolean overdue,
    Long remainingWorkMinutes,
    int visits,
    Instant assignedAt,
    Instant signedOffAt,
    Instant answeredAt,
    Instant releasedAt,
    long version,
    List<OwnershipRecord> records) {

  static OwnershipView of(
      CaseOwnership ownership,
      HandledCase of,
      String title,
      List<OwnershipRecord> records,
      Actor reader,
      Directory names,
      Instant now,
      WorkCalendar calendar) {
    NextStep next = ownership.next();
    Instant due = next == NextStep.VISIT ? ownership.visitDue() : null;
    return new OwnershipView(
        ownership.ownershipId(),
        of.caseId(),
        of.caseNo(),
        title,
        of.status(),
        ownership.reason(),
        ownership.status(),
        LeaderView.of(ownership.owner(), names),
        ownership.isOwnedBy(reader),
        ownership.proposed() == null ? null : LeaderView.of(ownership.proposed(), names),
        next,
        due,
        due != null && now.isAfter(due),
        due == null ? null : calendar.workMinutesBetween(now, due),
        ownership.visits(),
        ownership.assignedAt(),
        ownership.signedOffAt(),
        ownership.answeredAt(),
        ownership.releasedAt(),
        ownership.version(),
        records);
  }
}
