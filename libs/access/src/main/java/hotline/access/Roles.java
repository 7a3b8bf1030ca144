package hotline.access;

/** Wire names of the roles as constants, for {@code @RolesAllowed}. */
public final class Roles {
  public static final String OPERATOR = "operator";
  public static final String SHIFT_LEAD = "shift-lead";
  public static final String SCREENER = "screener";
  public static final String DISPATCHER = "dispatcher";
  public static final String UNIT_DESK = "unit-desk";
  public static final String CLERK = "clerk";
  public static final String UNIT_LEADER = "unit-leader";
  public static final String REPLY_REVIEWER = "reply-reviewer";
  public static final String CALLBACK_AGENT = "callback-agent";
  public static final String CALLBACK_LEAD = "callback-lead";
  public static final String SUPERVISOR = "supervisor";
  public static final String ASSESSMENT_CLERK = "assessment-clerk";
  public static final String LEADER = "leader";
  public static final String GRID_OFFICER = "grid-officer";
  public static final String ANALYST = "analyst";
  public static final String CATALOGUE_ADMIN = "catalogue-admin";
  public static final String CALENDAR_ADMIN = "calendar-admin";
  public static final String ORG_ADMIN = "org-admin";
  public static final String AUDITOR = "auditor";
  public static final String SYSTEM_ADMIN = "system-admin";
  public static final String SIMULATOR = "simulator";

  private Roles() {}
}
