package hotline.lifecycle;

/** Why the city does not take a request on (不予受理原因). */
public enum RefusalReason implements Coded {
  OUTSIDE_AREA("不属于本市管辖范围", "Outside the area of the city"),
  LEGAL_PROCEDURE("已进入或应当通过诉讼、仲裁、复议、信访等法定途径", "In, or a matter for, a legal procedure or petition"),
  AGAINST_LAW_OR_POLICY("违反法律法规或政策规定", "Against law or policy"),
  SECRETS_PRIVACY_MORALS("涉及国家秘密、商业秘密、个人隐私或违背公序良俗", "Secrets, privacy or public morals"),
  NOT_TRUE("反映情况不属实", "Not true"),
  BEYOND_REASON("诉求明显超出合理范围", "Beyond reason"),
  RULED_BY_HEARING("已经听证等程序作出结论", "Ruled so by a hearing"),
  ENDED_ALREADY("已办结且无新的事实和理由", "Ended already, with nothing new"),
  FALSE_REPORT("恶意、虚假反映", "False report to harm");

  private final String zh;
  private final String en;

  RefusalReason(String zh, String en) {
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
