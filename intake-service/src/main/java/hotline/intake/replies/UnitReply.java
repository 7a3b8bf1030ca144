package hotline.intake.replies;

import java.time.Instant;
import java.util.UUID;

/**
 * What a unit answered the citizen in a round (公开答复).
 *
 * @param unitId null where its writer did not say it
 * @param withMain whether it was given to the main case of a merged one (随主单答复)
 * @param repliedAt when the unit submitted it; null where its writer did not say it
 * @param passedAt since when it is the citizen's answer
 * @param text masked; null where it is kept from everybody
 */
public record UnitReply(
    UUID caseId,
    int round,
    String unitId,
    boolean withMain,
    Instant repliedAt,
    Instant passedAt,
    String text) {}
