package hotline.intake.texting;

import hotline.access.IllegalMove;

/** The number may be written to already. */
final class NotStopped extends IllegalMove {
  private static final long serialVersionUID = 1L;

  NotStopped() {
    super(
        "number-not-stopped",
        "该号码未退订短信，无需恢复。",
        "This number was not stopped: there is nothing to allow again.");
  }
}
