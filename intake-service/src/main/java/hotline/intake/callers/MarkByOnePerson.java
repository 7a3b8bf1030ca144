package hotline.intake.callers;

import hotline.access.Forbidden;

/** Who proposed a mark of abuse does not confirm it. */
public class MarkByOnePerson extends Forbidden {
  private static final long serialVersionUID = 1L;

  MarkByOnePerson() {
    super(
        "same-person",
        "骚扰、辱骂来电标记须由提出人以外的另一位班长确认。",
        "Whoever proposed a mark of abuse does not confirm it; another shift lead does.");
  }
}
