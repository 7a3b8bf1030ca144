package hotline.lifecycle;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * The text of a case as units need it, on the restricted topic: numbers inside the texts are
 * masked, the reporter's name and number are never in it.
 *
 * @param version of the file; a reader keeps the newest
 * @param respondentUnitId unit that the request complains about; null for none
 * @param directAnswer what the centre answered at once (直接答复); null when it did not
 * @param ratingWords what the citizen wrote with own ratings, by round; not for the units that are
 *     rated. Absent where nothing was written, and from a writer that does not know of it: what was
 *     heard before stays
 */
public record CaseFile(
    UUID caseId,
    String caseNo,
    long version,
    String title,
    String content,
    String demand,
    String address,
    boolean confidential,
    String respondentUnitId,
    List<Supplement> supplements,
    Instant updatedAt,
    String directAnswer,
    @MayBeAbsent List<RatingWords> ratingWords) {

  /** Of a case whose citizen wrote nothing with a rating. */
  public CaseFile(
      UUID caseId,
      String caseNo,
      long version,
      String title,
      String content,
      String demand,
      String address,
      boolean confidential,
      String respondentUnitId,
      List<Supplement> supplements,
      Instant updatedAt,
      String directAnswer) {
    this(
        caseId,
        caseNo,
        version,
        title,
        content,
        demand,
        address,
        confidential,
        respondentUnitId,
        supplements,
        updatedAt,
        directAnswer,
        null);
  }

  /** Of a case that was not answered directly. */
  public CaseFile(
      UUID caseId,
      String caseNo,
      long version,
      String title,
      String content,
      String demand,
      String address,
      boolean confidential,
      String respondentUnitId,
      List<Supplement> supplements,
      Instant updatedAt) {
    this(
        caseId,
        caseNo,
        version,
        title,
        content,
        demand,
        address,
        confidential,
        respondentUnitId,
        supplements,
        updatedAt,
        null);
  }

  public static final String TYPE = "hotline.case-file.v1";

  /** Something the citizen added later. */
  public record Supplement(int supplementNo, Instant addedAt, String text) {}

  /** What the citizen wrote with the own rating of a round (自助评价). */
  public record RatingWords(int round, String text) {}
}
