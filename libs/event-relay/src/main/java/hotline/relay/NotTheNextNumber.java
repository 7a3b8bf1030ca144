package hotline.relay;

/**
 * The number of a record cannot count as applied: an earlier one of its stream is missing, or the
 * record has no number that can be read.
 */
public class NotTheNextNumber extends RuntimeException {
  private static final long serialVersionUID = 1L;

  NotTheNextNumber() {
    super("The record does not carry the next number of its stream");
  }
}
