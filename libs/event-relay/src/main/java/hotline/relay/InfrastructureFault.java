package hotline.relay;

/** Thrown by a host or an applier: not the record's fault; wait and try again, drop nothing. */
public class InfrastructureFault extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public InfrastructureFault(String text, Throwable cause) {
    super(text, cause);
  }
}
