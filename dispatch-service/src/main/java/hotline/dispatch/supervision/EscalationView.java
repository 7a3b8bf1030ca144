package hotline.dispatch.supervision;

import hotline.lifecycle.EscalationCause;
import java.time.Instant;

/**
 * Which rule moved a case up a tier, and what it saw.
 *
 * @param since from when the limit counts, backwards from a due time that is near; null for a
 *     number of rounds
 */
public record EscalationView(
    int escalationNo,
    String ruleId,
    EscalationCause cause,
    String fromUnitId,
    String fromUnitName,
    String toUnitId,
    String toUnitName,
    int toLevel,
    String threshold,
    Instant since,
    Instant at) {}
