package hotline.intake.cases;

import hotline.access.Invalid;
import java.util.UUID;
import java.util.regex.Pattern;

/** Reads the identifier of a case from a path. */
public final class CaseId {
  private static final Pattern UUID_TEXT =
      Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

  private CaseId() {}

  /** Refuses with 400 what is no identifier. */
  public static UUID parse(String text) {
    if (!UUID_TEXT.matcher(text).matches()) {
      throw new Invalid(
          "id",
          "not-an-identifier",
          "工单标识应为 UUID 或 13 位工单编号。",
          "A case is named by its UUID or by its case number of 13 digits.");
    }
    return UUID.fromString(text);
  }
}
