package hotline.intake.disclosure;

import hotline.access.Refusal;

/** More contacts in an hour than anyone can call. */
public class TooManyDisclosures extends Refusal {
  private static final long serialVersionUID = 1L;

  TooManyDisclosures(int perHour) {
    super(
        "too-many-disclosures",
        429,
        "查看联系方式过于频繁",
        "Too many contacts",
        "一小时内最多查看 " + perHour + " 个联系方式，请稍后再试；如确有需要，请联系管理员。",
        "At most "
            + perHour
            + " contacts an hour; try later, or ask an administrator if you need more.");
    withHeader("Retry-After", "600");
  }
}
