package hotline.intake.callers;

/** Where a mark of a caller stands; that it has ended by itself its dates say. */
public enum MarkState {
  /** Waits for a second person; told to nobody who answers a call. */
  PROPOSED,
  IN_FORCE,
  SENT_BACK,
  LIFTED,
  /** Ended by itself, said by a clock or when another takes its place. */
  EXPIRED
}
