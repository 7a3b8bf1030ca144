package hotline.intake.track;

import hotline.lifecycle.CaseStatus;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What a citizen is told about the own case; nothing of the reporter.
 *
 * @param promisedBy while a reply is owed and its clock runs
 * @param firstPromisedBy what was promised first, where that is another day; null otherwise
 * @param heldUntil while the case is on hold; null otherwise
 * @param directAnswer what the hotline answered at once; null when it did not
 * @param replies what units answered, the first round first; empty where none has, where nothing
 *     was told of it, and of a request that was taken back
 * @param transfer null unless another body has it
 * @param refusal null unless it was not accepted
 * @param reopenUntil until when the citizen may have the closed case handled again; null when that
 *     is not possible, or was asked for already
 * @param otherRequests numbers of the other requests of the same call, each with a code of its own;
 *     empty where the call was this one request
 * @param rating null unless the citizen may rate the answer here, or has done so and is to be told
 *     what became of it
 */
public record CaseTrack(
    String caseNo,
    CaseStatus status,
    String statusZh,
    String statusEn,
    String title,
    Instant registeredAt,
    Instant promisedBy,
    Instant firstPromisedBy,
    Instant heldUntil,
    String directAnswer,
    List<Reply> replies,
    List<Step> steps,
    Outcome outcome,
    Refusal refusal,
    Transfer transfer,
    Instant reopenUntil,
    List<String> otherRequests,
    Rating rating) {

  /**
   * What a unit answered (公开答复), once the centre had reviewed it.
   *
   * @param unitZh null while the directory does not know the unit
   * @param withMain whether it answers another request about the same matter, too
   */
  @Schema(name = "TrackReply")
  public record Reply(
      int round, String unitZh, String unitEn, boolean withMain, Instant answeredAt, String text) {}

  /**
   * Rating without being called.
   *
   * @param round which is to be rated, or was; sent back with the rating
   * @param ratedAt null while the citizen has not rated
   * @param direct whether the hotline itself answered: no unit had a part in it
   * @param withMain whether the reply to another request about the same matter answers this one: no
   *     unit has called this citizen
   * @param called whether somebody calls who does not rate here
   */
  @Schema(name = "TrackRating")
  public record Rating(
      RatingState state,
      int round,
      Instant ratedAt,
      boolean direct,
      boolean withMain,
      boolean called) {}

  /** Where it stands. */
  @Schema(name = "TrackRatingState")
  public enum RatingState {
    /** The answer can be rated here. */
    OPEN,
    /** It was rated here and is being recorded. */
    RECEIVED,
    /** The citizen was called at the same moment: what was said on the telephone counts. */
    CROSSED_CALL,
    /** It came just after the callback had ended without an answer. */
    CROSSED_END
  }

  /** Something that was done, and the date that it set. */
  @Schema(name = "TrackStep")
  public record Step(Instant time, String zh, String en, Instant until) {}

  /**
   * Why it was not accepted, and whom the citizen may turn to.
   *
   * @param lawfulChannel in the words of the hotline; null where there is none
   */
  @Schema(name = "TrackRefusal")
  public record Refusal(String zh, String en, String lawfulChannel) {}

  /**
   * To whom it was handed.
   *
   * @param acknowledgedAt null until the other body has said that it has it
   * @param externalRef its number there; null while it was not told
   */
  @Schema(name = "TrackTransfer")
  public record Transfer(String zh, String en, Instant acknowledgedAt, String externalRef) {}

  /** How it ended, as the citizen rated it. */
  @Schema(name = "TrackOutcome")
  public record Outcome(
      String closedBy, String responded, String solved, String satisfied, String zh, String en) {}
}
