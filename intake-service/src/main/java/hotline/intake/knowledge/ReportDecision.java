package hotline.intake.knowledge;

/** What the owner makes of a report. */
public enum ReportDecision {
  /** It was wrong: a new version is written. */
  NEW_VERSION,
  /** It was wrong, and is not read out any more: the item is retired. */
  RETIRED,
  /** It was right as it stands. */
  NOT_WRONG
}
