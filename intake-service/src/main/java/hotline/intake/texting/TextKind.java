package hotline.intake.texting;

/** What a text message to a citizen is about (短信). */
public enum TextKind {
  /** The request is registered: its number and the query code. */
  REGISTERED,
  /** A unit has it, and answers by a day. */
  DISPATCHED,
  /** It answers by a later day. */
  EXTENDED,
  /** A result waits to be rated, which can be done with a digit. */
  RATING_ASKED,
  /** The request is closed. */
  CLOSED,
  /** An answer to a reply that could not be followed, or to all callers of an incident. */
  ANSWER;

  /** Whether it says which unit has the request, or what that unit was granted. */
  boolean isOfAUnit() {
    return this == DISPATCHED || this == EXTENDED;
  }
}
