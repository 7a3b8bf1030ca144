package hotline.intake.callers;

/** What somebody did with a mark of a caller. */
public enum MarkAct {
  SET,
  PROPOSED,
  CONFIRMED,
  SENT_BACK,
  LIFTED,
  SEEN
}
