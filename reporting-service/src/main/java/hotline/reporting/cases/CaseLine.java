package hotline.reporting.cases;

import java.time.Instant;
import java.util.UUID;

/** One case in a list behind a number. */
public record CaseLine(
    UUID caseId,
    String caseNo,
    String status,
    String kind,
    String urgency,
    String channel,
    String categoryCode,
    String categoryName,
    String placeCode,
    String placeName,
    String unitId,
    String unitName,
    Instant receivedAt,
    Instant registeredAt,
    Instant acceptedAt,
    Instant firstRepliedAt,
    Instant lastRepliedAt,
    Instant closedAt,
    Instant replyDue,
    boolean overdue,
    Instant heldUntil,
    int extensionCount,
    int returnCount,
    int rounds,
    String responded,
    String solved,
    String satisfied,
    String externalSource,
    String externalRef) {}
