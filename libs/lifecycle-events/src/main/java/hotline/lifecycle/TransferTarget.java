package hotline.lifecycle;

/** A body outside the city's units that takes a request over (转出对象). */
public enum TransferTarget implements Coded {
  POLICE_110("公安 110", "Police (110)", true),
  FIRE_119("消防 119", "Fire and rescue (119)", true),
  MEDICAL_120("急救 120", "Medical emergency (120)", true),
  TRAFFIC_122("交通事故 122", "Traffic accidents (122)", true),
  PSYCHOLOGY_12356("心理援助 12356", "Psychological help (12356)", true),
  MARKET_12315("市场监管 12315", "Market supervision (12315)", false),
  PETITION("信访部门", "Petition office", false),
  OTHER_CITY("其他城市", "Another city", false);

  private final String zh;
  private final String en;
  private final boolean emergency;

  TransferTarget(String zh, String en, boolean emergency) {
    this.zh = zh;
    this.en = en;
    this.emergency = emergency;
  }

  @Override
  public String zh() {
    return zh;
  }

  @Override
  public String en() {
    return en;
  }

  /** Whether somebody may be in danger: it is handed over at once, by a call of three. */
  public boolean emergency() {
    return emergency;
  }
}
