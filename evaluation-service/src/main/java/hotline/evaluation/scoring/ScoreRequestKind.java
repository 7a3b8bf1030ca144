package hotline.evaluation.scoring;

/** What a unit asks about its score. */
public enum ScoreRequestKind {
  /** 剔除: the case is not to count at all. */
  EXCLUSION,
  /** 考核申诉: the rating is not to count. */
  APPEAL
}
