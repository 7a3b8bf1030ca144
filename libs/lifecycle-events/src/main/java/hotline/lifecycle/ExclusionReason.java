package hotline.lifecycle;

/** Why a closed case is not to count in the score of its unit (剔除原因). */
public enum ExclusionReason implements Coded {
  OUTSIDE_AREA("不属本辖区", "Outside the area"),
  LEGAL_PROCEDURE("已进入诉讼、复议、信访等法定程序", "In a legal procedure or a petition"),
  AGAINST_LAW_OR_POLICY("诉求违反法律法规或政策", "Against law or policy"),
  SECRETS_PRIVACY_MORALS("涉及秘密、隐私或公序良俗", "Secrets, privacy or public morals"),
  NOT_TRUE("诉求不属实", "Not true"),
  BEYOND_REASON("诉求超出合理范围", "Beyond reason"),
  RULED_BY_HEARING("经听证评议认定", "Ruled so by a hearing"),
  FALSE_REPORT("恶意或诬告的诉求", "False report to harm");

  private final String zh;
  private final String en;

  ExclusionReason(String zh, String en) {
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
