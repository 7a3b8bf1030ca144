package hotline.reporting.cases;

import hotline.reporting.directory.UnitScope;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/**
 * One case in a list behind a number.
 *
 * @param overdue as it counts for whom it was asked: that of the unit when a unit was asked for
 * @param rulingWorkMinutes work time from dispute to ruling, of all its rulings together
 * @param unitOverdue whether the unit that has the case now was late with it
 * @param excluded whether it is in no score (剔除)
 * @param ratingSetAside whether what its citizen said is in no score (申诉成立)
 * @param spotResult what a spot check came to (抽查): DONE, PARTLY, NOT_DONE, CANNOT_TELL, or
 *     NOT_MADE; null for none that has ended
 * @param enteredAs how it was registered after its true time (补登): PAPER or OLD_SYSTEM; null of
 *     what was registered as it came in
 */
public record CaseLine(
    UUID caseId,
    String caseNo,
    String status,
    String kind,
    String urgency,
    String channel,
    String categoryCode,
    String categoryName,
    String placeCode,
    String placeName,
    String unitId,
    String unitName,
    Instant receivedAt,
    Instant registeredAt,
    Instant acceptedAt,
    Instant firstRepliedAt,
    Instant lastRepliedAt,
    Instant closedAt,
    Instant replyDue,
    boolean overdue,
    boolean unitOverdue,
    Instant heldUntil,
    int extensionCount,
    int returnCount,
    int disputeCount,
    long rulingWorkMinutes,
    int rounds,
    String responded,
    String solved,
    String satisfied,
    boolean excluded,
    boolean ratingSetAside,
    String spotResult,
    String externalSource,
    String externalRef,
    String enteredAs) {

  /** Of facts that were just folded; without names: each code stands for itself. */
  static CaseLine of(CaseRecord record, UnitScope scope) {
    return new CaseLine(
        record.caseId,
        record.caseNo,
        record.status.name(),
        record.kind,
        record.urgency,
        record.channel,
        record.categoryCode,
        record.categoryCode,
        record.placeCode,
        record.placeCode,
        record.unitId,
        record.unitId,
        record.receivedAt,
        record.registeredAt,
        record.acceptedAt,
        record.firstRepliedAt,
        record.lastRepliedAt,
        record.closedAt,
        record.replyDue,
        scope.isOfUnits() ? record.unitOverdue : record.overdue,
        record.unitOverdue,
        record.heldUntil,
        record.extensionCount,
        record.returnCount,
        record.disputeCount,
        record.rulingMinutes,
        record.rounds,
        name(record.responded),
        name(record.solved),
        name(record.satisfied),
        record.excludedAt != null,
        record.ratingSetAside,
        // What counts, or beside it what a weighted draw found.
        record.spotResult != null ? record.spotResult : record.spotWeightedResult,
        record.externalSource,
        record.externalRef,
        name(record.enteredAs));
  }

  private static String name(Enum<?> code) {
    return code == null ? null : code.name();
  }

  /** The same with the names of its codes; a code that nobody named stands for itself. */
  CaseLine named(
      Map<String, String> categories, Map<String, String> places, Map<String, String> units) {
    return new CaseLine(
        caseId,
        caseNo,
        status,
        kind,
        urgency,
        channel,
        categoryCode,
        categories.getOrDefault(categoryCode, categoryCode),
        placeCode,
        places.getOrDefault(placeCode, placeCode),
        unitId,
        units.getOrDefault(unitId, unitId),
        receivedAt,
        registeredAt,
        acceptedAt,
        firstRepliedAt,
        lastRepliedAt,
        closedAt,
        replyDue,
        overdue,
        unitOverdue,
        heldUntil,
        extensionCount,
        returnCount,
        disputeCount,
        rulingWorkMinutes,
        rounds,
        responded,
        solved,
        satisfied,
        excluded,
        ratingSetAside,
        spotResult,
        externalSource,
        externalRef,
        enteredAs);
  }
}
