package hotline.intake.outages;

import hotline.access.Forbidden;

/** Whoever opened the hours does not type in their forms: nobody back-dates alone. */
public class FormByOnePerson extends Forbidden {
  private static final long serialVersionUID = 1L;

  FormByOnePerson() {
    super(
        "same-person",
        "开通该停用时段的人不能自己补录，请由话务员录入。",
        "Who opened this outage does not type in its forms; let an operator do it.");
  }
}
