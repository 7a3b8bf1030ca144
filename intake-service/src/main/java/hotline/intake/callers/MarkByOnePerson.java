package hotline.intake.callers;

import hotline.access.Forbidden;

/** Who proposed a mark of abuse neither confirms nor lifts it. */
public class MarkByOnePerson extends Forbidden {
  private static final long serialVersionUID = 1L;

  private MarkByOnePerson(String zh, String en) {
    super("same-person", zh, en);
  }

  static MarkByOnePerson confirming() {
    return new MarkByOnePerson(
        "骚扰、辱骂来电标记须由提出人以外的另一位班长确认。",
        "Whoever proposed a mark of abuse does not confirm it; another shift lead does.");
  }

  static MarkByOnePerson lifting() {
    return new MarkByOnePerson(
        "骚扰、辱骂来电标记须由提出人以外的另一位班长解除。",
        "Whoever proposed a mark of abuse does not lift it; another shift lead does.");
  }
}
