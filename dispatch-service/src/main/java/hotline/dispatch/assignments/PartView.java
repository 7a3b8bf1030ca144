package hotline.dispatch.assignments;

import hotline.calendar.Light;
import hotline.calendar.WorkCalendar;
import hotline.dispatch.directory.Directory;
import hotline.lifecycle.AssignmentStatus;
import hotline.lifecycle.DeadlineKind;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Who has a part of a task (下派任务) and since when.
 *
 * @param since since when it lies where it lies: with the unit below, or back with the unit above
 *     for its decision; of one that is over, when it ended
 * @param toBeDecided whether the unit above has to act: a reply to review, or a return to decide
 */
@Schema(name = "Part")
public record PartView(
    UUID assignmentId,
    String unitId,
    String unitName,
    AssignmentStatus status,
    Instant since,
    Instant replyDue,
    boolean replyMissed,
    Light light,
    boolean toBeDecided,
    int openPartCount) {

  static PartView of(Assignment part, Directory names, Instant now, WorkCalendar calendar) {
    Clocks clocks = part.clocks();
    return new PartView(
        part.assignmentId(),
        part.unitId(),
        names.unitName(part.unitId()),
        part.status(),
        since(part),
        clocks.due(DeadlineKind.REPLY),
        clocks.missed(DeadlineKind.REPLY),
        clocks
            .pressing(part.clockStatus())
            .map(kind -> clocks.light(kind, now, calendar))
            .orElse(Light.NONE),
        isToBeDecided(part),
        part.openParts());
  }

  /** Whether a part waits for the unit above. */
  public static boolean isToBeDecided(Assignment part) {
    return part.status() == AssignmentStatus.REPLY_SUBMITTED
        || part.status() == AssignmentStatus.RETURN_REQUESTED;
  }

  /** Since when a part lies where it lies. */
  public static Instant since(Assignment part) {
    return switch (part.status()) {
      case REPLY_SUBMITTED -> part.repliedAt();
      case RETURN_REQUESTED -> part.returnAskedAt();
      case DONE, RETURNED, RECALLED, CANCELLED -> part.endedAt();
      case PENDING_SIGN,
          SIGNED,
          CONTACTED,
          HANDLING,
          SUBDISPATCHED,
          REPLY_REJECTED,
          IN_DISPUTE,
          EXTENSION_REQUESTED,
          HELD ->
          part.inHandSince();
    };
  }
}
