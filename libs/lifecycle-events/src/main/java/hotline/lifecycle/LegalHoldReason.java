package hotline.lifecycle;

/** Why the record of a case must be kept as it is (法律保留原因). */
public enum LegalHoldReason implements Coded {
  LITIGATION("诉讼或仲裁", "Litigation or arbitration"),
  RECONSIDERATION("行政复议", "Administrative reconsideration"),
  INVESTIGATION("公安、纪检监察调查", "Investigation by the police or a supervisory commission"),
  AUDIT("审计", "Audit"),
  PETITION_REVIEW("信访复查复核", "Review of a petition");

  private final String zh;
  private final String en;

  LegalHoldReason(String zh, String en) {
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
