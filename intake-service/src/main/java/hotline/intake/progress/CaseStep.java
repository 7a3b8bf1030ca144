package hotline.intake.progress;

import hotline.lifecycle.EventType;
import java.time.Instant;
import java.util.UUID;

/**
 * Something another service did that the citizen is told.
 *
 * @param until the new promised date after an extension, the end of a hold; null for other steps
 */
public record CaseStep(
    UUID eventId, UUID caseId, EventType type, Instant at, String unitId, Instant until) {}
