package hotline.intake.progress;

import hotline.lifecycle.EventType;
import java.time.Instant;
import java.util.UUID;

/**
 * Something another service did that the citizen is told.
 *
 * @param result what came of an attempt to reach the citizen, or why none was made, or how the
 *     citizen rated, as a code of its event; the round of a reopening; null for other steps, and
 *     where it is not known
 * @param until the new promised date after an extension, the end of a hold; null for other steps
 */
public record CaseStep(
    UUID eventId,
    UUID caseId,
    EventType type,
    Instant at,
    String result,
    String unitId,
    Instant until) {}
