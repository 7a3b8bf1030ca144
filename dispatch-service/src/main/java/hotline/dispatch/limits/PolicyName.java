package hotline.dispatch.limits;

/** Which table of limits: its name and its version, written {@code sd-default/1}. */
public record PolicyName(String policy, int version) {

  public static PolicyName parse(String text) {
    int slash = text.lastIndexOf('/');
    return new PolicyName(text.substring(0, slash), Integer.parseInt(text.substring(slash + 1)));
  }

  public String text() {
    return policy + "/" + version;
  }
}
