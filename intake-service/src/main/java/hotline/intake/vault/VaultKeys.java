package hotline.intake.vault;

import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The master key of the vault and the keys that follow from it, one per purpose. */
@Startup
@ApplicationScoped
public class VaultKeys {
  static final short VERSION = 1;

  private final byte[] wrapping;
  private final byte[] search;
  private final byte[] pseudonym;
  private final byte[] queryCode;
  private final byte[] importedRow;
  private final byte[] reply;

  @Inject
  public VaultKeys(@ConfigProperty(name = "hotline.vault.key") Optional<String> masterKey) {
    byte[] master = decoded(masterKey.orElse(""));
    wrapping = hmac(master, "wrapping");
    search = hmac(master, "search");
    pseudonym = hmac(master, "pseudonym");
    queryCode = hmac(master, "query code");
    importedRow = hmac(master, "imported row");
    reply = hmac(master, "reply");
  }

  byte[] wrapping() {
    return wrapping;
  }

  /** Finds the same number again without keeping it. */
  byte[] searchHash(PhoneNumber phone) {
    return hmac(search, phone.canonical());
  }

  /**
   * Tells callers apart in events; another key than the search, so that the two cannot be joined.
   */
  String pseudonym(PhoneNumber phone) {
    return shortText(hmac(pseudonym, phone.canonical()));
  }

  /** Digest of a query code of one case. */
  public byte[] queryCodeDigest(String caseAndCode) {
    return hmac(queryCode, caseAndCode);
  }

  /** Name of an imported row that has no reference of its own. */
  public String rowDigest(String row) {
    return shortText(hmac(importedRow, row));
  }

  /** Name of a reply to a text message. */
  String replyDigest(String numberAndReply) {
    return shortText(hmac(reply, numberAndReply));
  }

  private static String shortText(byte[] hash) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(hash).substring(0, 22);
  }

  private static byte[] decoded(String masterKey) {
    try {
      byte[] key = Base64.getDecoder().decode(masterKey.strip());
      if (key.length == Sealing.KEY_BYTES) {
        return key;
      }
    } catch (IllegalArgumentException notBase64) {
      // Same answer as for a key of another length.
    }
    throw new IllegalStateException(
        "The vault has no key. Set HOTLINE_VAULT_KEY (hotline.vault.key) to 32 random bytes in base64,"
            + " such as the output of: openssl rand -base64 32");
  }

  private static byte[] hmac(byte[] key, String text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
