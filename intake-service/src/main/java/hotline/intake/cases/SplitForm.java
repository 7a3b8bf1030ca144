package hotline.intake.cases;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A call with several demands as somebody took it apart. Who reported, how it came in and when are
 * no part of it: they are those of the call.
 */
@Schema(description = "一诉多求拆分 / One call with several demands, taken apart")
public record SplitForm(
    @Schema(description = "What this case keeps; what is absent stays as it is, as in a correction")
        DemandForm kept,
    @Schema(description = "Each becomes a case of its own with its own number and query code")
        List<DemandForm> demands) {

  /** One demand of the call. */
  @Schema(name = "DemandForm", description = "一项诉求 / One demand of the call")
  public record DemandForm(
      @Schema(
              description = "CaseKind or its Chinese name; that of the call when absent",
              examples = "COMPLAINT")
          String kind,
      @Schema(description = "Urgency; that of the call when absent", examples = "NORMAL")
          String urgency,
      @Schema(
              description = "A category that has nothing below it; that of the call when absent",
              examples = "010203")
          String categoryCode,
      @Schema(
              description =
                  "District (6 digits, with an address), street (9) or community (12); place and"
                      + " address of the call when absent",
              examples = "370281001")
          String placeCode,
      @Schema(description = "Of what this case keeps: empty takes it away") String address,
      String title,
      String content,
      @Schema(description = "Of what this case keeps: empty takes it away") String demand,
      @Schema(description = "Of what this case keeps: empty takes it away")
          String respondentUnitId) {

    /** What is kept, as a correction of what stands. */
    CorrectionForm asCorrection() {
      return new CorrectionForm(
          null,
          kind,
          urgency,
          null,
          categoryCode,
          placeCode,
          address,
          title,
          content,
          demand,
          null,
          respondentUnitId);
    }

    /** The registration that it would have been, had the caller asked for nothing else. */
    RegistrationForm asCallOf(CaseSubject call) {
      boolean samePlace = isBlank(placeCode);
      return new RegistrationForm(
          isBlank(kind) ? call.kind().name() : kind,
          isBlank(urgency) ? call.urgency().name() : urgency,
          call.channel().name(),
          isBlank(categoryCode) ? call.categoryCode() : categoryCode,
          samePlace ? call.placeCode() : placeCode,
          samePlace && address == null ? call.address() : address,
          title,
          content,
          demand,
          call.receivedAt().toString(),
          null,
          respondentUnitId,
          null,
          null);
    }

    private static boolean isBlank(String typed) {
      return typed == null || typed.isBlank();
    }
  }
}
