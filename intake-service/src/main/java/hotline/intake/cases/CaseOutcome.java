package hotline.intake.cases;

import jakarta.persistence.Embeddable;
import java.time.Instant;

/** How a case ended, as the evaluation says it; written as the log tells it. */
@Embeddable
public record CaseOutcome(
    Instant closedAt, String closedBy, String responded, String solved, String satisfied) {}
