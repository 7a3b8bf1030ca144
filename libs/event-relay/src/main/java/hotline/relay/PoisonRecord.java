package hotline.relay;

/** Thrown by an applier: the record cannot be read or breaks an invariant, today and tomorrow. */
public class PoisonRecord extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String code;

  /**
   * @param code stable reason, such as {@code UNKNOWN_TYPE}
   * @param text for the administrator who reads it; no personal data
   */
  public PoisonRecord(String code, String text) {
    this(code, text, null);
  }

  public PoisonRecord(String code, String text, Throwable cause) {
    super(text, cause);
    this.code = code;
  }

  public String code() {
    return code;
  }
}
