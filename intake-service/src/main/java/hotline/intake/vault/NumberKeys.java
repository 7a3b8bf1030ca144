package hotline.intake.vault;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;

/**
 * Keys for texts about a number that may have no case yet: each thing that is kept about one has
 * its own key beside it, sealed with the master key, and is unreadable without its row.
 */
@ApplicationScoped
public class NumberKeys {

  /** A new key, and the same as it is stored. */
  public record Fresh(byte[] wrapped, CaseKey key) {}

  private final VaultKeys keys;

  @Inject
  NumberKeys(VaultKeys keys) {
    this.keys = keys;
  }

  /**
   * @param id of the thing that it belongs to; it can be opened for no other
   */
  public Fresh fresh(UUID id) {
    byte[] key = Sealing.newKey();
    byte[] wrapped = Sealing.seal(keys.wrapping(), key, ContactVault.bound(id, "key"));
    return new Fresh(wrapped, new CaseKey(id, key));
  }

  public CaseKey open(UUID id, byte[] wrapped) {
    return new CaseKey(id, Sealing.open(keys.wrapping(), wrapped, ContactVault.bound(id, "key")));
  }
}
