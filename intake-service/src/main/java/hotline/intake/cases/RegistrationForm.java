package hotline.intake.cases;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A request as somebody filled it in; everything is text until the rules have read it. */
@Schema(description = "登记一件诉求 / A request to be registered")
public record RegistrationForm(
    @Schema(description = "CaseKind or its Chinese name", examples = "COMPLAINT") String kind,
    @Schema(description = "Urgency; NORMAL when absent", examples = "NORMAL") String urgency,
    @Schema(description = "Channel", examples = "PHONE") String channel,
    @Schema(description = "A category that has nothing below it", examples = "010203")
        String categoryCode,
    @Schema(
            description = "District (6 digits, with an address), street (9) or community (12)",
            examples = "370281001")
        String placeCode,
    String address,
    String title,
    String content,
    String demand,
    @Schema(
            description =
                "Instant with offset, or local time of the city as in 2026-11-22 09:30; now when absent")
        String receivedAt,
    ReporterForm reporter,
    String respondentUnitId,
    String externalSource,
    String externalRef,
    @Schema(
            description =
                "Number of an open case of another citizen that this one is proposed to be handled with;"
                    + " only of what is registered as it comes in")
        String sameAs) {

  /** Without another case. */
  public RegistrationForm(
      String kind,
      String urgency,
      String channel,
      String categoryCode,
      String placeCode,
      String address,
      String title,
      String content,
      String demand,
      String receivedAt,
      ReporterForm reporter,
      String respondentUnitId,
      String externalSource,
      String externalRef) {
    this(
        kind,
        urgency,
        channel,
        categoryCode,
        placeCode,
        address,
        title,
        content,
        demand,
        receivedAt,
        reporter,
        respondentUnitId,
        externalSource,
        externalRef,
        null);
  }

  /**
   * Who reported. Confidential when absent: for kind REPORT; callback when absent: with a number.
   */
  public record ReporterForm(
      String name,
      String phone,
      String altPhone,
      Boolean anonymous,
      Boolean confidential,
      Boolean wantsCallback) {}
}
