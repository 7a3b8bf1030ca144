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
  WITHDRAWN;

  public boolean reaches(Stage other) {
    return this != WITHDRAWN && compareTo(other) >= 0;
  }
}
