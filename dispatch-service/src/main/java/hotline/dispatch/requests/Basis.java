package hotline.dispatch.requests;

/** The words with which a unit founds a request. */
final class Basis {

  static final int LONGEST = 2_000;

  private Basis() {}
}
