package hotline.intake.cases;

import hotline.access.Forbidden;

/** Who proposed a refusal does not confirm it. */
public class RefusalByOnePerson extends Forbidden {
  private static final long serialVersionUID = 1L;

  RefusalByOnePerson() {
    super(
        "same-person",
        "不予受理须由提出人以外的另一人复核确认，请交由其他预审员或班长处理。",
        "Whoever proposed a refusal does not confirm it; leave it to another screener or the shift"
            + " leader.");
  }
}
