package hotline.access;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** An answer as bytes that only the holder of the idempotency key can read. */
final class SealedAnswer {
  private static final int TAG_BITS = 128;

  private static final int NONCE_BYTES = 12;
  private static final SecureRandom RANDOM = new SecureRandom();

  private SealedAnswer() {}

  static byte[] seal(Answer answer, byte[] secret) {
    ByteArrayOutputStream bytes =
        new ByteArrayOutputStream(64 + (answer.body() == null ? 0 : answer.body().length));
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      write(out, answer.location());
      write(out, answer.etag());
      write(out, answer.contentType());
      if (answer.body() != null) {
        out.write(answer.body());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    // Two racing attempts of one act may seal different answers under one secret: the nonce is
    // never the same.
    byte[] nonce = new byte[NONCE_BYTES];
    RANDOM.nextBytes(nonce);
    byte[] sealed = crypt(Cipher.ENCRYPT_MODE, bytes.toByteArray(), secret, nonce);
    return ByteBuffer.allocate(NONCE_BYTES + sealed.length).put(nonce).put(sealed).array();
  }

  static Answer open(int status, byte[] sealed, byte[] secret) {
    byte[] nonce = Arrays.copyOf(sealed, NONCE_BYTES);
    byte[] plain =
        crypt(
            Cipher.DECRYPT_MODE,
            Arrays.copyOfRange(sealed, NONCE_BYTES, sealed.length),
            secret,
            nonce);
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(plain))) {
      String location = read(in);
      String etag = read(in);
      String contentType = read(in);
      return new Answer(
          status, location, etag, contentType, contentType == null ? null : in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void write(DataOutputStream out, String value) throws IOException {
    out.writeBoolean(value != null);
    if (value != null) {
      out.writeUTF(value);
    }
  }

  private static String read(DataInputStream in) throws IOException {
    return in.readBoolean() ? in.readUTF() : null;
  }

  private static byte[] crypt(int mode, byte[] input, byte[] secret, byte[] nonce) {
    try {
      Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
      cipher.init(mode, new SecretKeySpec(secret, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
      return cipher.doFinal(input);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("A kept answer cannot be sealed or opened", e);
    }
  }
}
