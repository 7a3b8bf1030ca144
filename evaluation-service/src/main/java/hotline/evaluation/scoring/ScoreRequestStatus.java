package hotline.evaluation.scoring;

/** Who must act next on what a unit has asked. */
public enum ScoreRequestStatus {
  /** 待审核. */
  REVIEWING,
  /** 待确认: somebody proposed how to decide, another confirms. */
  CONFIRMING,
  /** 同意. */
  GRANTED,
  /** 不同意. */
  REFUSED,
  /** 终止: the case was reopened before it was decided. */
  LAPSED
}
