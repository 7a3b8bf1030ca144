package hotline.intake.knowledge;

/** What the owner makes of a report. */
public enum ReportDecision {
  /** It was wrong: a new version is written. */
  NEW_VERSION,
  /** It was right as it stands. */
  NOT_WRONG
}
