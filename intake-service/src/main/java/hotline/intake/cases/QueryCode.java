package hotline.intake.cases;

import hotline.intake.vault.VaultKeys;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.UUID;

/** The six digits that let a citizen track the own case (查询码); kept as a keyed digest only. */
@ApplicationScoped
public class QueryCode {
  private static final int CODES = 1_000_000;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final VaultKeys keys;

  @Inject
  QueryCode(VaultKeys keys) {
    this.keys = keys;
  }

  String invent() {
    return String.format("%06d", RANDOM.nextInt(CODES));
  }

  byte[] digest(UUID caseId, String code) {
    return keys.queryCodeDigest(caseId + ":" + code);
  }

  /** Whether this is the code of the case. */
  public boolean fits(HotlineCase hotlineCase, String typed) {
    String code =
        typed == null
            ? ""
            : Normalizer.normalize(typed, Normalizer.Form.NFKC).replaceAll("[\\s\\p{Pd}]", "");
    return MessageDigest.isEqual(digest(hotlineCase.id(), code), hotlineCase.queryCodeDigest());
  }
}
