package hotline.access;

import java.util.ArrayList;
import java.util.List;

/** Collects everything that is wrong with a request, so that a person mends it in one go. */
public final class Violations {
  private final List<Violation> found = new ArrayList<>();

  public Violations add(String field, String code, String zh, String en) {
    found.add(new Violation(field, code, zh, en));
    return this;
  }

  public Violations require(boolean holds, String field, String code, String zh, String en) {
    return holds ? this : add(field, code, zh, en);
  }

  /** The field must be there and not blank. */
  public Violations required(String value, String field) {
    return require(
        value != null && !value.isBlank(), field, "required", "必填。", "This is required.");
  }

  /**
   * The field, when it is there, must not be longer than this many characters as people count them.
   */
  public Violations atMost(String value, int characters, String field) {
    return require(
        value == null || value.codePointCount(0, value.length()) <= characters,
        field,
        "too-long",
        "最多 " + characters + " 个字。",
        "At most " + characters + " characters.");
  }

  public boolean isEmpty() {
    return found.isEmpty();
  }

  public List<Violation> list() {
    return List.copyOf(found);
  }

  /** Refuses with 400 and all that was found. */
  public void throwIfAny() {
    if (!found.isEmpty()) {
      throw new Invalid(found);
    }
  }
}
