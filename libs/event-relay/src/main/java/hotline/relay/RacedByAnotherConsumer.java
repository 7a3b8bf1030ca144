package hotline.relay;

/** Another consumer applied some of these records meanwhile: roll back and look again. */
final class RacedByAnotherConsumer extends RuntimeException {

  private static final long serialVersionUID = 1L;

  RacedByAnotherConsumer() {
    super("Another consumer applied some of these records meanwhile");
  }
}
