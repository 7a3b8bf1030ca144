package hotline.dispatch.notices;

/** How the case of a notice ended (工单结果). */
public enum CaseResult {
  /** The citizen's rating closed it. */
  RATED,
  /** The citizen withdrew it, or could not be reached: nobody will rate it. */
  UNRATED
}
