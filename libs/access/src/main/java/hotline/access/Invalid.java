package hotline.access;

import java.util.List;

/** The request itself is wrong; says what, one entry per field. */
public class Invalid extends Refusal {
  private static final long serialVersionUID = 1L;

  private final transient List<Violation> violations;

  public Invalid(List<Violation> violations) {
    super(
        "invalid",
        400,
        "填写有误",
        "Invalid input",
        violations.size() == 1
            ? violations.get(0).zh()
            : "有 " + violations.size() + " 处填写有误，请逐项更正。",
        violations.size() == 1
            ? violations.get(0).en()
            : violations.size() + " entries are wrong; correct each of them.");
    this.violations = List.copyOf(violations);
  }

  public Invalid(String field, String code, String zh, String en) {
    this(List.of(new Violation(field, code, zh, en)));
  }

  @Override
  public List<Violation> violations() {
    return violations;
  }
}
