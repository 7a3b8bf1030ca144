package hotline.lifecycle;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * What units answered the citizen of a case (公开答复), on a restricted topic of its own: replies whose
 * review has passed, and no others. The words are the unit's own: who shows them takes out the
 * names and numbers of those who reported.
 *
 * @param version the number of rounds that were answered so far; a reader keeps the newest
 * @param answers one of each round that was answered, oldest first. What a reader knows of a round
 *     stays: of very many rounds the oldest may be left out
 * @param handledWith cases that were handled together with this one at some time (并单): their
 *     reporters are named neither
 */
public record PublicReply(
    UUID caseId,
    String caseNo,
    long version,
    List<Answer> answers,
    List<UUID> handledWith,
    Instant updatedAt) {

  public static final String TYPE = "hotline.public-reply.v1";

  /**
   * The answer of a round.
   *
   * @param unitId the lead unit that replied
   * @param withMain whether it was given to the main case (随主单答复)
   * @param repliedAt when the unit submitted it
   * @param passedAt when its review passed: since then it is the citizen's answer
   * @param text null where it is no longer said: it was given to several, and one of them was
   *     erased
   */
  public record Answer(
      int round,
      String unitId,
      boolean withMain,
      Instant repliedAt,
      Instant passedAt,
      String text) {}
}
