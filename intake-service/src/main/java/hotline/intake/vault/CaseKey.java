package hotline.intake.vault;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * Seals texts about the reporter of one case outside the vault: they can be opened as long as the
 * vault has that person.
 */
public final class CaseKey {
  private final UUID caseId;
  private final byte[] key;

  CaseKey(UUID caseId, byte[] key) {
    this.caseId = caseId;
    this.key = key;
  }

  /**
   * @param part the name of the text; it can be opened under no other
   */
  public byte[] seal(String part, String text) {
    return Sealing.seal(
        key, text.getBytes(StandardCharsets.UTF_8), ContactVault.bound(caseId, part));
  }

  public String open(String part, byte[] sealed) {
    return new String(
        Sealing.open(key, sealed, ContactVault.bound(caseId, part)), StandardCharsets.UTF_8);
  }

  @Override
  public String toString() {
    return "CaseKey[...]";
  }
}
