package hotline.access.testing.proofs;

import hotline.access.Role;
import hotline.access.testing.TestTokens;

/** Where somebody works, as seen from the unit {@code cg} to which the examples' things belong. */
enum Position {
  THE_UNIT("of the unit itself", "cg", "/center/cg", "/3702/370281/370281001"),
  ABOVE("of the unit above", "center", "/center", "/3702/370281"),
  BELOW("of a unit below", "cg-1", "/center/cg/cg-1", "/3702/370281/370281001/370281001009"),
  /** Its path begins with the same letters. */
  BESIDE("of the unit beside", "cg2", "/center/cg2", "/3702/370281/3702810019"),
  /** Its own name is the same, and nothing else. */
  ELSEWHERE("of a unit elsewhere", "cg", "/elsewhere/cg", "/3702/370202/370281001");

  private final String words;
  private final String unit;
  private final String unitPath;
  private final String gridPath;

  Position(String words, String unit, String unitPath, String gridPath) {
    this.words = words;
    this.unit = unit;
    this.unitPath = unitPath;
    this.gridPath = gridPath;
  }

  String words() {
    return words;
  }

  boolean isInCharge() {
    return this == THE_UNIT || this == ABOVE;
  }

  /** Only grid officers have a grid: for everybody else it would narrow what they see. */
  TestTokens tokens(Role role) {
    TestTokens tokens = TestTokens.of(role.wireName(), role).unit(unit, unitPath);
    return role == Role.GRID_OFFICER ? tokens.grid(gridPath) : tokens;
  }
}
