package hotline.intake.callers;

import hotline.lifecycle.CaseKind;
import hotline.lifecycle.CaseStatus;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What is known of a number that calls (来电弹屏), as far as the reader may know it.
 *
 * @param openCount how many of its cases are open; {@code cases} holds the newest of them first,
 *     and then the last that have ended
 * @param yearCount how many were registered in the last twelve months
 * @param allCount how many there are
 * @param ofMany whether many people call from it (总机): it was marked so, or was given with an
 *     extension; then no mark is shown, and a case may be somebody else's
 * @param switchboard whose it is; null of one that is not marked
 * @param confidential whether one of its cases is confidential: a reason for care, also to who may
 *     not know which
 */
public record CallerCard(
    List<CallerCase> cases,
    long openCount,
    long yearCount,
    long allCount,
    boolean confidential,
    boolean ofMany,
    String switchboard,
    List<MarkView> marks) {

  /**
   * The same of a number of many: that one of them told something in confidence is nobody's flag.
   */
  CallerCard ofMany(String name) {
    return new CallerCard(cases, openCount, yearCount, allCount, false, true, name, marks);
  }

  /**
   * One of them.
   *
   * @param open whether it can still be supplemented or urged
   * @param holderName the unit that has it, as far as intake knows; null while none has
   * @param solved what came of it, of one that was closed: YES, PARTLY, NO or UNKNOWN, or a code of
   *     a newer writer; null of others
   * @param satisfied the same
   */
  @Schema(name = "CallerCase")
  public record CallerCase(
      UUID caseId,
      String caseNo,
      String title,
      CaseKind kind,
      String categoryCode,
      String categoryName,
      String placeCode,
      String placeName,
      CaseStatus status,
      boolean open,
      Instant registeredAt,
      String holderName,
      Instant closedAt,
      String solved,
      String satisfied) {}

  /**
   * A mark of the number that is in force.
   *
   * @param need which care; null of abuse
   * @param reason null of abuse: that is a warning, and no file about a person
   */
  @Schema(name = "CallerMark")
  public record MarkView(
      UUID id, MarkKind kind, CareNeed need, String reason, Instant endsAt, long version) {

    static MarkView of(CallerMarkStore.Told told) {
      CallerMark mark = told.mark();
      return new MarkView(
          mark.id(),
          mark.kind(),
          mark.need(),
          mark.kind() == MarkKind.CARE ? told.reason() : null,
          mark.endsAt(),
          mark.version());
    }
  }
}
