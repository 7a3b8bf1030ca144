package hotline.lifecycle;

/** How the cases of a spot check were drawn (抽样方式). */
public enum SpotCheckBasis implements Coded {
  PROPORTIONAL("按比例分层抽样", "Stratified, in proportion"),
  FILTERED("限定单位或分类抽样", "From some units or categories only"),
  WEIGHTED("加权抽样", "Weighted towards some strata");

  private final String zh;
  private final String en;

  SpotCheckBasis(String zh, String en) {
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
