package hotline.reporting.ranking;

/** Who must act next on a ranking. */
enum RankingStatus {
  /** The units look at their lines and may object; then a second person freezes it (核对). */
  CHECK,
  /** Frozen and readable by all who read rankings; corrected by errata alone (已发布). */
  PUBLISHED,
  /** Taken back before it was published (已撤回). */
  TAKEN_BACK
}
