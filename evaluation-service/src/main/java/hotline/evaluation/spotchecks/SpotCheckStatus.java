package hotline.evaluation.spotchecks;

/** Who must act next on a drawn case. */
public enum SpotCheckStatus {
  /** 待核查: a supervisor takes it and goes there. */
  CHECKING,
  /** 待确认: the checker has reported, another supervisor signs. */
  CONFIRMING,
  /** 已核查. */
  RECORDED,
  /** 未核查. */
  NOT_MADE
}
