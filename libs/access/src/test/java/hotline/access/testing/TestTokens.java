package hotline.access.testing;

import hotline.access.Role;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * Bearer tokens as the identity provider would sign them, without one. The key is for tests only;
 * the matching public key is configured by this test jar for the profile {@code test}, and by
 * {@link #serverConfig()} for a packaged service.
 */
public final class TestTokens {
  public static final String ISSUER = "https://identity.test/realms/hotline";
  public static final String AUDIENCE = "hotline";
  public static final String PUBLIC_KEY =
      "MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAlhDTrBVGKq0sMbgT8pC5vcAbeyD+5iBVKMm0BY4Geqc7nwZn/Z+1x14kK9vuC9ACOvqd2yf9kbRXhJI4f6aKVOxQau/bP1IySuncyw57jViavYYWBdsxA8Y6XAJbltn5dgb0vnbhx244bk+BKXF445VLXgeFbGjekosjQCrJsZXnlYI+TQkeIbeVPrKJzBcWmXw2GyIAg4SU7+W6DPAi6TlRG+zgGCosByc6qn0UEUPDthyow+tFC/5RX6u9qLlbqF3Hv/gLdZEZTesZumS5O9KbwLS38xK0huR0HbaVm/94YVzWQdsY6ik/Dzgr3DycaIxPtmucKDh2oQGAD1ru9QIDAQAB";
  private static final String PRIVATE_KEY =
      "MIIEvQIBADANBgkqhkiG9w0BAQEFAASCBKcwggSjAgEAAoIBAQCWENOsFUYqrSwxuBPykLm9wBt7IP7mIFUoybQFjgZ6pzufBmf9n7XHXiQr2+4L0AI6+p3bJ/2RtFeEkjh/popU7FBq79s/UjJK6dzLDnuNWJq9hhYF2zEDxjpcAluW2fl2BvS+duHHbjhuT4EpcXjjlUteB4VsaN6SiyNAKsmxleeVgj5NCR4ht5U+sonMFxaZfDYbIgCDhJTv5boM8CLpOVEb7OAYKiwHJzqqfRQRQ8O2HKjD60UL/lFfq72ouVuoXce/+At1kRlN6xm6ZLk70pvAtLfzErSG5HQdtpWb/3hhXNZB2xjqKT8POCvcPJxojE+2a5woOHahAYAPWu71AgMBAAECggEAGrDefT6BbujDMgqsHZopNzs6iBFr1PGORAVwLAbBV0J0Y8oHaABmnBG9/EEPW3GBXA0kU40O2EILyOwa+XVdKFKp0QNdaytK/7EN0N4AErleOHRnaV49nw68ZY4TzUZyzM/a6x+I8+hCSDiC4CSrHEt7DrvmuswCPm1Z9TlHC3s4wn/6ZsYYcZE698Syk4ZNgLr99/jaz9WnXzkikZep2DjmCZXJxyavSzqheuNrrVH+E4gxcrLDjQ0NKNSVX5L/0zQb1Kk+5FDJ4K0p+Aa2mAV+04657MIX5w/Pc04YWLyfOYAYAzLtNGdEC+KyWMGOboYUFNyclKB1jHZQIK+M4QKBgQDST9JuNZ1GVJ2B0E7aYOqzxzX6S66KeYx8WMH9X3TwajozjspjQXqushBKD2evRte2JTcTEQCABmLmgZ07gbtf9uA/902XdwgdsTj+ohfAnMTaOn+Fhj+RtAgw1LnRXJYMWyTjXRw+TyIrlwX7DUynAKK0WRmgI2t/8Ye7eFoCcQKBgQC2qoJSHKjFkbOqlaz/bqsB3pK73x0iG2WPo1muJRH3vUDiytc85ckCuG+0pi0y9vJBCI0DMVvNcsn2FkvHJHgjVIxz7J2uWJB3uFhPn7QO4rd4ejzDZYWg7RE+8fCj5sB9u+Rk5E7ARBHcSWPDx3B/gE0U2T9fd+nfax86RfLuxQKBgQCCTBfoVekxuJy433DrFR5z8Vj80ES74CBsraTKMIjHpliWtsGnCttSPlmfOLoZOr/MRnQ/qMnxh4Ngoi7ivjZzdwVqO/Jjg8iQdMsF3zDuEXJYbeOxuwHJaIumjTTug/kmgJVzE6264NYfwXpgFtZFpTwolgctUqR4aRCZ0i+Z0QKBgEqp/4LYvBOlrq63Z3MxJS0qcQfh9uKOGEFSH8IS3PlKnk8VYk0+D5/RC7fnhOokDnmOqTT44/FiTjMMggTwXzrxwEdSHFG7WbHV5CMHwG2lNiFEtbmYsbpJrJbyBc647011k7G5sIbeS/6i8OiBiPZU1y0Cb+jx9uKfwq/rD5WRAoGAI/1grQ6CXNwyi/FWFykjV+2zMK2i10d20OJwvCSGxvhAw1bYOA154479HCd6M1bjgfXvm2W6OLm9xH280k/jUTY0ShHBQX4SOS+wBY1rUdeEQb2PmklzIArxMg4L3FFDP7K21GG1IoAjSbiKWDM/Wii3WInXRCgmcDZC+yLigCI=";

  /** One instant for all, so that the same claims make the same token. */
  private static final Instant ISSUED = Instant.now();

  /** Signing costs more than the request that carries the token: each is signed once. */
  private static final Map<String, String> SIGNED = new ConcurrentHashMap<>();

  private final Map<String, Object> claims = new LinkedHashMap<>();
  private List<String> roles = List.of();

  private TestTokens(String userId) {
    claims.put("iss", ISSUER);
    claims.put("aud", AUDIENCE);
    claims.put("sub", userId);
    claims.put("preferred_username", userId);
    claims.put("name", "演示 " + userId);
    claims.put("typ", "Bearer");
    claims.put("jti", UUID.nameUUIDFromBytes(userId.getBytes(StandardCharsets.UTF_8)).toString());
    claims.put("iat", ISSUED.getEpochSecond());
    claims.put("exp", ISSUED.plus(Duration.ofHours(12)).getEpochSecond());
  }

  /** A token of somebody with this role; unit values may be null. */
  public static String forRole(Role role, String unitId, String unitPath, String userId) {
    return of(userId, role).unit(unitId, unitPath).token();
  }

  /**
   * A token of somebody with this role who works in the hotline centre; the user is named like the
   * role.
   */
  public static String forRole(Role role) {
    return forRole(role, "center", "/center", role.wireName());
  }

  /** Starts a token that is not of the ordinary kind. */
  public static TestTokens of(String userId, Role... roles) {
    TestTokens tokens = new TestTokens(userId);
    tokens.roles = Arrays.stream(roles).map(Role::wireName).toList();
    return tokens;
  }

  public TestTokens unit(String unitId, String unitPath) {
    return claim("unit", unitId).claim("unit_path", unitPath);
  }

  public TestTokens grid(String gridPath) {
    return claim("grid_path", gridPath);
  }

  /** Realm roles that are none of the hotline's. */
  public TestTokens otherRoles(String... names) {
    List<String> all = new ArrayList<>(roles);
    all.addAll(List.of(names));
    roles = all;
    return this;
  }

  /** Sets a claim, or removes it when the value is null. */
  public TestTokens claim(String name, Object value) {
    if (value == null) {
      claims.remove(name);
    } else {
      claims.put(name, value);
    }
    return this;
  }

  public TestTokens expiredAt(Instant instant) {
    return claim("exp", instant.getEpochSecond());
  }

  public String token() {
    return SIGNED.computeIfAbsent(head("RS256"), TestTokens::signed);
  }

  /** A forged token that says it needs no signature. */
  public String unsigned() {
    return head("none") + ".";
  }

  /** A forged token whose claims were changed after signing. */
  public String tampered() {
    String token = token();
    String signature = token.substring(token.lastIndexOf('.'));
    return of("intruder", Role.SYSTEM_ADMIN).head("RS256") + signature;
  }

  /**
   * Configuration that lets a packaged service (profile prod) accept these tokens without an
   * identity provider.
   */
  public static Map<String, String> serverConfig() {
    return Map.of(
        "quarkus.oidc.public-key", PUBLIC_KEY,
        "quarkus.oidc.auth-server-url", "",
        "quarkus.oidc.token.issuer", ISSUER);
  }

  private static String signed(String head) {
    try {
      Signature rsa = Signature.getInstance("SHA256withRSA");
      rsa.initSign(privateKey());
      rsa.update(head.getBytes(StandardCharsets.US_ASCII));
      return head + "." + base64(rsa.sign());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private String head(String algorithm) {
    Map<String, Object> all = new LinkedHashMap<>(claims);
    all.put("realm_access", Map.of("roles", roles));
    return base64(json(Map.of("alg", algorithm, "typ", "JWT")).getBytes(StandardCharsets.UTF_8))
        + "."
        + base64(json(all).getBytes(StandardCharsets.UTF_8));
  }

  private static PrivateKey privateKey() throws GeneralSecurityException {
    return KeyFactory.getInstance("RSA")
        .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(PRIVATE_KEY)));
  }

  private static String base64(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private static String json(Object value) {
    if (value instanceof Map<?, ?> map) {
      return map.entrySet().stream()
          .map(entry -> json(entry.getKey()) + ":" + json(entry.getValue()))
          .collect(Collectors.joining(",", "{", "}"));
    }
    if (value instanceof List<?> list) {
      return list.stream().map(TestTokens::json).collect(Collectors.joining(",", "[", "]"));
    }
    if (value instanceof Number || value instanceof Boolean) {
      return value.toString();
    }
    return value
        .toString()
        .codePoints()
        .mapToObj(
            c ->
                c < ' ' || c == '"' || c == '\\'
                    ? String.format("\\u%04x", c)
                    : Character.toString(c))
        .collect(Collectors.joining("", "\"", "\""));
  }
}
