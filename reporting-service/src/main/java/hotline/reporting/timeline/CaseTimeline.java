package hotline.reporting.timeline;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * One case's life: what it is now and every fact in the order of the log.
 *
 * @param enteredAs how it was registered after its true time (补登), which registeredAt is; null of
 *     what was registered as it came in
 * @param elapsedWorkDays working days after the day of receipt up to and including the day of the
 *     last reply; null before the first reply
 */
public record CaseTimeline(
    UUID caseId,
    String caseNo,
    String status,
    String kind,
    String urgency,
    String channel,
    String categoryCode,
    String placeCode,
    String unitId,
    String unitName,
    Instant receivedAt,
    Instant registeredAt,
    String enteredAs,
    Instant acceptedAt,
    Instant lastRepliedAt,
    Instant closedAt,
    Instant replyDue,
    boolean overdue,
    Instant heldUntil,
    int extensionCount,
    int returnCount,
    int rounds,
    Outcome outcome,
    Long elapsedWorkDays,
    List<Entry> entries) {

  /**
   * What the citizen answered last; unknown is an answer.
   *
   * @param ratedVia how the rating was given; null where the citizen did not rate, and where it was
   *     not kept yet
   */
  public record Outcome(
      String closedBy,
      String ratedVia,
      String responded,
      String solved,
      String satisfied,
      String requestTrue) {}

  /**
   * One fact, with its name in both languages.
   *
   * @param sequence in its source; null for those from whom some facts are kept back, who would see
   *     the gap
   * @param unit for which somebody acted; null outside units
   * @param bySystem whether nobody did it: a clock, a rule, or what follows from another fact
   */
  public record Entry(
      UUID eventId,
      String type,
      String zh,
      String en,
      String source,
      Long sequence,
      Instant time,
      Instant recordedTime,
      String unit,
      boolean bySystem,
      boolean superseded,
      JsonNode data) {

    Entry withoutSequence() {
      return new Entry(
          eventId,
          type,
          zh,
          en,
          source,
          null,
          time,
          recordedTime,
          unit,
          bySystem,
          superseded,
          data);
    }
  }
}
