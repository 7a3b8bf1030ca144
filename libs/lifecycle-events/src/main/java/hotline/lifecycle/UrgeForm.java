package hotline.lifecycle;

/** How the centre urges (催办方式). */
public enum UrgeForm implements Coded {
  MESSAGE("催办", "Urge"),
  WRITTEN("催办通知书", "Written urge");

  private final String zh;
  private final String en;

  UrgeForm(String zh, String en) {
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
