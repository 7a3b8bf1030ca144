package hotline.lifecycle;

/** What a unit does only with the signature of its leader (分管领导签发), where its rule asks for it. */
public enum EndorsedAct implements Coded {
  REPLY("答复", "Reply"),
  RETURN("退单申请", "Request to give the case back");

  private final String zh;
  private final String en;

  EndorsedAct(String zh, String en) {
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
