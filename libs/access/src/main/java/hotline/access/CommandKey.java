package hotline.access;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Objects;
import java.util.UUID;

/**
 * Which act a request asks for: the client's idempotency key, within the actor, method and path
 * that it was sent with.
 *
 * @param actor subject of the token, or "-" for the public
 * @param key value of the Idempotency-Key header
 */
public record CommandKey(String actor, String method, String path, String key) {
  static final int LONGEST_KEY = 200;

  public CommandKey {
    Objects.requireNonNull(actor);
    Objects.requireNonNull(method);
    Objects.requireNonNull(path);
    key = checked(key);
  }

  private static String checked(String header) {
    String key = header == null ? "" : header.strip();
    if (key.isEmpty()
        || key.length() > LONGEST_KEY
        || !key.chars().allMatch(c -> c > ' ' && c < 0x7f)) {
      throw new KeyRequired();
    }
    return key;
  }

  /** Name of this act in the database. */
  public UUID digest() {
    ByteBuffer bytes = ByteBuffer.wrap(hash("name"));
    return new UUID(bytes.getLong(), bytes.getLong());
  }

  /** Secret that only those know who have the idempotency key. */
  public byte[] secret() {
    return hash("secret");
  }

  private byte[] hash(String purpose) {
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      for (String part : new String[] {purpose, actor, method, path, key}) {
        byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
        sha.update(ByteBuffer.allocate(4).putInt(bytes.length).array());
        sha.update(bytes);
      }
      return sha.digest();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Without the key, which opens the kept answer. */
  @Override
  public String toString() {
    return "CommandKey[" + method + " " + path + " by " + actor + "]";
  }
}
