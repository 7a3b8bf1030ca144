package hotline.lifecycle;

/** The service that says a fact; the value of the CloudEvents attribute source. */
public enum Source implements Coded {
  INTAKE("受理", "Intake"),
  DISPATCH("办理", "Dispatch"),
  EVALUATION("评价", "Evaluation"),
  REPORTING("统计", "Reporting");

  private final String zh;
  private final String en;

  Source(String zh, String en) {
    this.zh = zh;
    this.en = en;
  }

  /** The CloudEvents source, such as {@code /intake-service}. */
  public String uri() {
    return "/" + name().toLowerCase(java.util.Locale.ROOT) + "-service";
  }

  /** The source of that CloudEvents uri. */
  public static java.util.Optional<Source> of(String uri) {
    return java.util.Arrays.stream(values()).filter(s -> s.uri().equals(uri)).findFirst();
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
