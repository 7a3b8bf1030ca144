package hotline.intake.imports;

import hotline.access.Forbidden;

/** Whoever opened the changeover does not confirm it: nobody back-dates alone. */
public class ChangeoverByOnePerson extends Forbidden {
  private static final long serialVersionUID = 1L;

  ChangeoverByOnePerson() {
    super(
        "same-person",
        "开通转入期的人不能自己确认，请由另一位值班长或督办员确认。",
        "Who opened this changeover does not confirm it; another shift lead or a supervisor does.");
  }
}
