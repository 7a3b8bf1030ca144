package hotline.lifecycle;

/** A record that is no lifecycle event: the reason says what is missing or wrong. */
public final class UnreadableEvent extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public UnreadableEvent(String reason) {
    super(reason);
  }

  public UnreadableEvent(String reason, Throwable cause) {
    super(reason, cause);
  }
}
