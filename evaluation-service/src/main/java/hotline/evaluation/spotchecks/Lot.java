package hotline.evaluation.spotchecks;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * The lot that something draws with a seed: SHA-256 of {@code seed:name}. It is the same in every
 * language and version, which no random number generator of a library promises; with a shell it is
 * {@code printf '%s:%s' SEED NAME | sha256sum}.
 */
record Lot(byte[] value) implements Comparable<Lot> {

  private static final int SEED_BYTES = 32;
  private static final SecureRandom RANDOM = new SecureRandom();

  /** A seed that nobody chose, in hex. */
  static String seed() {
    byte[] seed = new byte[SEED_BYTES];
    RANDOM.nextBytes(seed);
    return hex(seed);
  }

  static Lot of(String seed, String name) {
    return new Lot(sha256((seed + ":" + name).getBytes(StandardCharsets.UTF_8)));
  }

  @Override
  public int compareTo(Lot other) {
    return Arrays.compareUnsigned(value, other.value);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Lot lot && Arrays.equals(value, lot.value);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(value);
  }

  static byte[] sha256(byte[] of) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(of);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }

  static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }
}
