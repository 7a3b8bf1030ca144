package hotline.simulator.api;

/** The stack did not answer for longer than anybody would wait. */
public final class GaveUp extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public GaveUp(String what, Throwable cause) {
    super(what, cause);
  }
}
