package hotline.intake.texting;

import hotline.intake.vault.CaseKey;
import java.time.Instant;
import java.util.UUID;

/**
 * A message that is to go out.
 *
 * @param cause told once for each case and kind
 * @param round that is to be rated; null of other kinds
 * @param text with the query code masked
 * @param code the query code, and behind a space those of other cases that the text names; null
 *     where it has none
 * @param awakeUntil until when it wakes nobody; null where it never goes in quiet hours
 * @param together whether the message of another case of the same call says it: it is kept, not
 *     sent
 */
record QueuedText(
    UUID id,
    UUID caseId,
    TextKind kind,
    String cause,
    Integer round,
    byte[] toHash,
    CaseKey key,
    String text,
    String code,
    Instant queuedAt,
    Instant notBefore,
    Instant expiresAt,
    Instant awakeUntil,
    boolean together) {

  /** Under which name the text is sealed. */
  static String part(UUID id) {
    return "text-" + id;
  }

  /** Under which name the code in it is sealed. */
  static String codePart(UUID id) {
    return "text-code-" + id;
  }

  /** Without anything of the person. */
  @Override
  public String toString() {
    return "QueuedText[" + kind + " " + id + "]";
  }
}
