package hotline.access;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The roles of the hotline (岗位); the wire name is the realm role that the identity provider puts
 * into a token.
 */
public enum Role {
  OPERATOR(Roles.OPERATOR, "话务员", Reach.CITY, Contact.ALWAYS),
  SHIFT_LEAD(Roles.SHIFT_LEAD, "班长", Reach.CITY, Contact.ALWAYS),
  SCREENER(Roles.SCREENER, "预审员", Reach.CITY, Contact.ALWAYS),
  DISPATCHER(Roles.DISPATCHER, "派单员", Reach.CITY, Contact.UNLESS_CONFIDENTIAL),
  UNIT_DESK(Roles.UNIT_DESK, "二级承办", Reach.UNIT, Contact.UNLESS_CONFIDENTIAL),
  CLERK(Roles.CLERK, "经办人", Reach.UNIT, Contact.UNLESS_CONFIDENTIAL),
  UNIT_LEADER(Roles.UNIT_LEADER, "分管领导", Reach.UNIT, Contact.UNLESS_CONFIDENTIAL),
  REPLY_REVIEWER(Roles.REPLY_REVIEWER, "答复审核员", Reach.CITY, Contact.NEVER),
  CALLBACK_AGENT(Roles.CALLBACK_AGENT, "回访员", Reach.CITY, Contact.ALWAYS),
  CALLBACK_LEAD(Roles.CALLBACK_LEAD, "回访组长", Reach.CITY, Contact.ALWAYS),
  SUPERVISOR(Roles.SUPERVISOR, "督办员", Reach.CITY, Contact.UNLESS_CONFIDENTIAL),
  ASSESSMENT_CLERK(Roles.ASSESSMENT_CLERK, "考核员", Reach.CITY, Contact.NEVER),
  LEADER(Roles.LEADER, "领导", Reach.CITY, Contact.NEVER),
  GRID_OFFICER(Roles.GRID_OFFICER, "网格员", Reach.GRID, Contact.UNLESS_CONFIDENTIAL),
  ANALYST(Roles.ANALYST, "分析员", Reach.CITY, Contact.NEVER),
  CATALOGUE_ADMIN(Roles.CATALOGUE_ADMIN, "目录管理员", Reach.NONE, Contact.NEVER),
  CALENDAR_ADMIN(Roles.CALENDAR_ADMIN, "日历管理员", Reach.NONE, Contact.NEVER),
  ORG_ADMIN(Roles.ORG_ADMIN, "机构管理员", Reach.NONE, Contact.NEVER),
  AUDITOR(Roles.AUDITOR, "审计员", Reach.NONE, Contact.NEVER),
  SYSTEM_ADMIN(Roles.SYSTEM_ADMIN, "系统管理员", Reach.NONE, Contact.NEVER),
  SIMULATOR(Roles.SIMULATOR, "模拟器", Reach.CITY, Contact.NEVER);

  /**
   * How far a role sees into cases: those of the whole city, of a unit subtree, of a grid subtree,
   * or none.
   */
  enum Reach {
    CITY,
    UNIT,
    GRID,
    NONE
  }

  /** Whether a role may learn who reported a case that it sees. */
  enum Contact {
    ALWAYS,
    UNLESS_CONFIDENTIAL,
    NEVER
  }

  private static final Map<String, Role> BY_WIRE_NAME =
      Arrays.stream(values())
          .collect(Collectors.toUnmodifiableMap(Role::wireName, Function.identity()));

  private final String wireName;
  private final String chinese;
  private final Reach reach;
  private final Contact contact;

  Role(String wireName, String chinese, Reach reach, Contact contact) {
    this.wireName = wireName;
    this.chinese = chinese;
    this.reach = reach;
    this.contact = contact;
  }

  public String wireName() {
    return wireName;
  }

  public String chinese() {
    return chinese;
  }

  Reach reach() {
    return reach;
  }

  Contact contact() {
    return contact;
  }

  /**
   * Empty for a realm role that is none of the hotline's, such as the identity provider's own ones.
   */
  public static Optional<Role> ofWireName(String wireName) {
    return Optional.ofNullable(BY_WIRE_NAME.get(wireName));
  }
}
