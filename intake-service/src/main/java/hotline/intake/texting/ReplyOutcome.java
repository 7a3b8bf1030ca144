package hotline.intake.texting;

/** What came of a citizen's reply to a message. */
public enum ReplyOutcome {
  /** Kept to be read; nothing followed, as of words of thanks. */
  KEPT,
  /** It is the rating of the round that was asked about. */
  RATED,
  /** Several cases waited and it did not say which one it meant. */
  AMBIGUOUS,
  /** The question that it answers is over, or was answered before. */
  TOO_LATE,
  /** It could mean more than one thing, so it means nothing. */
  NOT_UNDERSTOOD,
  /** The number wants no more messages (退订). */
  STOPPED
}
