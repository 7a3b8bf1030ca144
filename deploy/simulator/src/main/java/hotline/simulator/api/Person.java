package hotline.simulator.api;

/**
 * Who acts; each is a user of the demonstration realm. Handler, reviewer and callback agent of one
 * case must be three people. The first act for everybody in a replay; the others have a desk of
 * their own.
 */
public enum Person {
  /** Shows the number and the code of the own case, and signs in nowhere. */
  CITIZEN(null),
  OPERATOR("simulator"),
  SCREENER("simulator"),
  DISPATCHER("simulator"),
  HANDLER("simulator-handler"),
  REVIEWER("simulator-reviewer"),
  CALLBACK_AGENT("simulator-callback"),
  ANALYST("analyst"),
  SYSTEM_ADMIN("system-admin"),
  DESK_OPERATOR("operator"),
  DESK_SCREENER("screener"),
  DESK_DISPATCHER("dispatcher"),
  CLERK("clerk"),
  REPLY_REVIEWER("reply-reviewer"),
  DESK_CALLBACK_AGENT("callback-agent"),
  KNOWLEDGE_EDITOR("catalogue-admin"),
  SUPERVISOR("supervisor"),
  LEADER("leader"),
  PARTY_OFFICE("clerk-dwb"),
  GOVERNMENT_OFFICE("clerk-zfb"),
  ORGANISATION_DEPARTMENT("clerk-zzb"),
  PETITION_OFFICE("clerk-xfj");

  /** Everybody in the demonstration realm has it. */
  static final String PASSWORD = "demo";

  private final String login;

  Person(String login) {
    this.login = login;
  }

  boolean signsIn() {
    return login != null;
  }

  public String login() {
    return login;
  }
}
