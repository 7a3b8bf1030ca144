package hotline.lifecycle;

/** What makes a case move up a tier (升级原因). */
public enum EscalationCause implements Coded {
  UNSIGNED("逾时未签收", "Not signed in time"),
  NEAR_DUE("临近答复时限", "Reply is due soon"),
  OVERDUE("超期未答复", "Reply is overdue"),
  ROUNDS("多轮办理", "Rounds of handling"),
  SILENT("多日无进展", "Nothing has happened for days"),
  UNDISPATCHED("久未派单", "Not dispatched in time"),
  UNREVIEWED("答复久未审核", "Reply is not reviewed in time");

  private final String zh;
  private final String en;

  EscalationCause(String zh, String en) {
    this.zh = zh;
    this.en = en;
  }

  @Override
  public String zh() {
    return zh;
  }

  @Override
  public String en() {
    return en;
  }
}
