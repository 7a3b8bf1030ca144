package hotline.relay;

/** How a reader of the log is. */
public enum ConsumerState {
  STARTING,
  RUNNING,
  /**
   * Records are there and cannot be applied for a fault of the surroundings; nothing is dropped.
   */
  BLOCKED,
  /** The log itself cannot be read. */
  CUT_OFF,
  STOPPED
}
