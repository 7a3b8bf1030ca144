package hotline.evaluation.scoring;

import hotline.evaluation.callbacks.Callback;

/**
 * The version of what a unit sees of its score: of the callback that closed the round, and of what
 * was asked. That of the case would tell the unit of what is kept back from it, as a spot check
 * that was drawn or a legal hold: each says something about the case.
 */
final class ScoringVersion {

  /** More than a callback and the requests of a case ever come to. */
  private static final long A_ROUND = 1_000_000;

  private ScoringVersion() {}

  /**
   * @param ended null while none has closed the round
   * @param requests how often something was asked or decided, in all rounds
   */
  static long of(int round, Callback ended, long requests) {
    return A_ROUND * round + (ended == null ? 0 : 1 + ended.version()) + requests;
  }
}
