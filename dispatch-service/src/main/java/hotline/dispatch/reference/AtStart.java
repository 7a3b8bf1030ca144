package hotline.dispatch.reference;

/** Order of the start: reference data stand before the first record of the log is read. */
public final class AtStart {

  public static final int DIRECTORY = 100;
  public static final int SIGNATURES = 105;
  public static final int CATALOGUE = 110;
  public static final int LIMITS = 120;

  private AtStart() {}
}
