package hotline.access;

/** Of the whole city, asked for by somebody whose account is limited to a grid. */
public final class LimitedToGrid extends Forbidden {
  private static final long serialVersionUID = 1L;

  public LimitedToGrid() {
    super(
        "limited-to-grid",
        "您的账号限定于一个网格，此项涉及全市，不能查看或办理。如需权限，请联系管理员。",
        "Your account is limited to a grid, and this is about the whole city. Ask an administrator if you need the right.");
  }
}
