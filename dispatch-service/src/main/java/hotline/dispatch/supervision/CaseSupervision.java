package hotline.dispatch.supervision;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Everything that supervision has said about one case (督办记录).
 *
 * @param version of the case, for what is done about it next
 * @param nextUrgeAt before that moment the centre cannot urge again; null when it never has
 */
public record CaseSupervision(
    UUID caseId,
    long version,
    Instant nextUrgeAt,
    List<CentreUrge> urges,
    List<OrderView> orders,
    List<EscalationView> escalations) {}
