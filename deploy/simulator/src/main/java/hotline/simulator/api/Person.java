package hotline.simulator.api;

/**
 * Who acts; each is a user of the demonstration realm. Handler, reviewer and callback agent of one
 * case must be three people.
 */
public enum Person {
  OPERATOR("simulator"),
  SCREENER("simulator"),
  DISPATCHER("simulator"),
  HANDLER("simulator-handler"),
  REVIEWER("simulator-reviewer"),
  CALLBACK_AGENT("simulator-callback"),
  ANALYST("analyst"),
  SYSTEM_ADMIN("system-admin");

  /** Everybody in the demonstration realm has it. */
  static final String PASSWORD = "demo";

  private final String login;

  Person(String login) {
    this.login = login;
  }

  public String login() {
    return login;
  }
}
