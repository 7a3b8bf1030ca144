package hotline.access.problems;

import hotline.access.Refusal;

/** Refusals of HTTP itself, for the layers below the resources. */
public final class WebProblems {
  private WebProblems() {}

  public static Refusal ofStatus(int status) {
    return WebRefusal.ofStatus(status);
  }
}
