package hotline.intake.drafts;

import hotline.access.Invalid;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** Reads the identifier of a draft. */
final class DraftId {
  private static final Pattern UUID_TEXT =
      Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

  private DraftId() {}

  /** Refuses with 400 what is no identifier. */
  static UUID parse(String text) {
    return told(text)
        .orElseThrow(
            () ->
                new Invalid(
                    "id", "not-an-identifier", "草稿标识应为 UUID。", "A draft is named by its UUID."));
  }

  /** Empty for what is none. */
  static Optional<UUID> told(String text) {
    return text == null || !UUID_TEXT.matcher(text).matches()
        ? Optional.empty()
        : Optional.of(UUID.fromString(text));
  }
}
