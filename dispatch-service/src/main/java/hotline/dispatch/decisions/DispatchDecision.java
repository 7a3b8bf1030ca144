package hotline.dispatch.decisions;

import hotline.dispatch.reference.Sentence;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Which unit was chosen for a round, by whom or by which rule, and why (派单依据).
 *
 * @param dispatchNo 1 at the beginning of the round, more after the case came back
 * @param ruleId the rule of the catalogue; null when a person decided otherwise
 * @param reason what the dispatcher wrote; null for none
 */
public record DispatchDecision(
    UUID caseId,
    int round,
    int dispatchNo,
    String leadUnitId,
    List<String> coUnitIds,
    boolean automatic,
    String ruleId,
    String catalogueVersion,
    List<Sentence> explanation,
    String reason,
    String decidedBy,
    Instant decidedAt) {}
