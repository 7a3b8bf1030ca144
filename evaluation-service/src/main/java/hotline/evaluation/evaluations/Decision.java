package hotline.evaluation.evaluations;

/** What follows from a round's result. */
public enum Decision {
  /** 办结. */
  CLOSED,
  /** 二次办理. */
  REHANDLE
}
