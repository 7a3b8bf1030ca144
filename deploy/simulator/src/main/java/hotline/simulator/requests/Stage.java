package hotline.simulator.requests;

/** How far a case goes in the demonstration, so that every desk has something to do. */
public enum Stage {
  REGISTERED,
  ACCEPTED,
  SIGNED,
  CONTACTED,
  REPLIED,
  REVIEWED,
  CLOSED,
  WITHDRAWN,
  /** Answered by the operator at once, and rated: no unit has it. */
  ANSWERED,
  /** The call held a second demand, which the screener makes a case of its own; both wait. */
  SPLIT;

  public boolean reaches(Stage other) {
    return compareTo(WITHDRAWN) < 0 && compareTo(other) >= 0;
  }
}
