package hotline.intake.vault;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * What is unfinished, sealed with a key of its own that is itself sealed with the master key:
 * erased with its row, it cannot be opened by anybody.
 *
 * @param head what lists show of it
 * @param content the whole
 */
public record SealedDraft(short keyVersion, byte[] wrappedKey, byte[] head, byte[] content) {

  /** Without what it keeps. */
  @Override
  public String toString() {
    return "SealedDraft[...]";
  }

  /** Seals drafts and opens them. */
  @ApplicationScoped
  public static class Seal {
    private static final Logger LOG = Logger.getLogger(SealedDraft.class);

    private final VaultKeys keys;

    @Inject
    Seal(VaultKeys keys) {
      this.keys = keys;
    }

    /** With a key that nothing else was sealed with, not even an earlier save of the same draft. */
    public SealedDraft seal(UUID draftId, byte[] head, byte[] content) {
      byte[] key = Sealing.newKey();
      return new SealedDraft(
          VaultKeys.VERSION,
          Sealing.seal(keys.wrapping(), key, bound(draftId, "key")),
          Sealing.seal(key, head, bound(draftId, "head")),
          Sealing.seal(key, content, bound(draftId, "content")));
    }

    /** Empty for what was sealed with another master key, or is damaged. */
    public Optional<byte[]> head(UUID draftId, byte[] wrappedKey, byte[] sealed) {
      return open(draftId, wrappedKey, sealed, "head");
    }

    /** Empty for what was sealed with another master key, or is damaged. */
    public Optional<byte[]> content(UUID draftId, byte[] wrappedKey, byte[] sealed) {
      return open(draftId, wrappedKey, sealed, "content");
    }

    private Optional<byte[]> open(UUID draftId, byte[] wrappedKey, byte[] sealed, String part) {
      try {
        byte[] key = Sealing.open(keys.wrapping(), wrappedKey, bound(draftId, "key"));
        return Optional.of(Sealing.open(key, sealed, bound(draftId, part)));
      } catch (RuntimeException unreadable) {
        LOG.warnf("Draft %s cannot be opened", draftId);
        return Optional.empty();
      }
    }

    /** Apart from what belongs to a case of the same number. */
    private static byte[] bound(UUID draftId, String part) {
      return ContactVault.bound(draftId, "draft-" + part);
    }
  }
}
