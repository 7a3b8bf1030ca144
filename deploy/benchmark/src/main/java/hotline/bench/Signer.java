package hotline.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Signs people in at the servers of one measurement, with a key that was made for it and is
 * forgotten with it.
 */
final class Signer {

  static final String ISSUER = "http://measurement.invalid/realms/hotline";

  private static final ObjectMapper JSON = new ObjectMapper();

  private final KeyPair keys;

  Signer() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(2048);
      keys = generator.generateKeyPair();
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** As the service is configured with it. */
  String publicKey() {
    return Base64.getEncoder().encodeToString(keys.getPublic().getEncoded());
  }

  /** A bearer token of somebody in the hotline centre, for an hour. */
  String token(String user, String role) throws IOException {
    Instant now = Instant.now();
    String head =
        part(Map.of("alg", "RS256", "typ", "JWT"))
            + "."
            + part(
                Map.ofEntries(
                    Map.entry("iss", ISSUER),
                    Map.entry("aud", "hotline"),
                    Map.entry("sub", user),
                    Map.entry("preferred_username", user),
                    Map.entry("name", user),
                    Map.entry("typ", "Bearer"),
                    Map.entry("jti", UUID.randomUUID().toString()),
                    Map.entry("iat", now.getEpochSecond()),
                    Map.entry("exp", now.plus(Duration.ofHours(1)).getEpochSecond()),
                    Map.entry("unit", "center"),
                    Map.entry("unit_path", "/center"),
                    Map.entry("realm_access", Map.of("roles", List.of(role)))));
    try {
      Signature rsa = Signature.getInstance("SHA256withRSA");
      rsa.initSign(keys.getPrivate());
      rsa.update(head.getBytes(StandardCharsets.US_ASCII));
      return head + "." + base64(rsa.sign());
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static String part(Map<String, ?> claims) throws IOException {
    return base64(JSON.writeValueAsBytes(claims));
  }

  private static String base64(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
