package hotline.intake.cases;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A correction as somebody filled it in: what is absent stays as it is. Who reported is no part of
 * it.
 */
@Schema(description = "更正登记信息；未填写的项目不变 / What is to be put right; what is absent stays")
public record CorrectionForm(
    @Schema(description = "Why it is corrected") String reason,
    @Schema(description = "CaseKind or its Chinese name", examples = "COMPLAINT") String kind,
    @Schema(description = "Urgency", examples = "NORMAL") String urgency,
    @Schema(description = "Channel", examples = "PHONE") String channel,
    @Schema(description = "A category that has nothing below it", examples = "010203")
        String categoryCode,
    @Schema(
            description = "District (6 digits, with an address), street (9) or community (12)",
            examples = "370281001")
        String placeCode,
    @Schema(description = "Empty takes it away") String address,
    String title,
    String content,
    @Schema(description = "Empty takes it away") String demand,
    @Schema(
            description =
                "Instant with offset, or local time of the city as in 2026-11-22 09:30; not after the registration")
        String receivedAt,
    @Schema(description = "Empty takes it away") String respondentUnitId) {

  /** The registration as it would have been filled in without the mistake. */
  RegistrationForm over(CaseSubject present) {
    return new RegistrationForm(
        or(kind, present.kind().name()),
        orWhenBlank(urgency, present.urgency().name()),
        or(channel, present.channel().name()),
        or(categoryCode, present.categoryCode()),
        or(placeCode, present.placeCode()),
        or(address, present.address()),
        or(title, present.title()),
        or(content, present.content()),
        or(demand, present.demand()),
        orWhenBlank(receivedAt, present.receivedAt().toString()),
        null,
        or(respondentUnitId, present.respondentUnitId()),
        present.externalSource(),
        present.externalRef());
  }

  private static String or(String typed, String present) {
    return typed == null ? present : typed;
  }

  /** A registration would take its own word for an empty one, which nobody has said here. */
  private static String orWhenBlank(String typed, String present) {
    return typed == null || typed.isBlank() ? present : typed;
  }
}
