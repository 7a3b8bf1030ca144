package hotline.access.testing.proofs;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Random;

/** Texts that have broken some system somewhere. */
final class NastyTexts {
  private static final List<String> LISTED =
      List.of(
          "",
          " ",
          "\t\r\n",
          "\0",
          "a\0b",
          "\ud800",
          "x\udc00y",
          "\u202e" + "gnp.exe",
          "\u200b\ufeff\u2028\u2029",
          "\ud83d\ude00\ud83d\udc68\u200d\ud83d\udc69\u200d\ud83d\udc67",
          "\ud842\udfb7\ud840\udc0b\ud87e\udc1d",
          "e\u0301\u0301\u0301\u0301",
          "\uffff\ufffe",
          "' OR '1'='1",
          "'; DROP TABLE hotline_case; --",
          "\\'; SELECT pg_sleep(9); --",
          "%' AND 1=1 --",
          "_%_%",
          "\\",
          "<script>alert(1)</script>",
          "<img src=x onerror=alert(1)>",
          "{{7*7}}${7*7}#{7*7}",
          "${jndi:ldap://127.0.0.1/x}",
          "=cmd|' /C calc'!A0",
          "+1+1",
          "@SUM(1+1)",
          "-2+3",
          "a,\"b\r\nc",
          "x\r\n2026-01-01 ERROR forged line",
          "\u001b[31mred",
          "%n%s%x",
          "../../../../etc/passwd",
          "..%2f..%2f",
          "http://127.0.0.1:22/",
          "null",
          "undefined",
          "true",
          "NaN",
          "Infinity",
          "-1",
          "0",
          "-0",
          "1.5",
          "1e309",
          "0x10",
          "2147483648",
          "9223372036854775808",
          "99999999999999999999999999",
          "１２３",
          "2026-02-30",
          "2026-13-45T99:99:99Z",
          "0000-00-00",
          "-999999999-01-01",
          "+999999999-12-31T23:59:59Z",
          "9999-12-31",
          "0001-01-01T00:00:00+18:00",
          "24:00",
          "not-a-uuid",
          "00000000-0000-0000-0000-00000000000",
          "{00000000-0000-0000-0000-000000000000}",
          "g0000000-0000-0000-0000-000000000000",
          "1-1-1-1-1",
          "ffffffff-ffff-ffff-ffff-ffffffffffff",
          "!!",
          "YWJj",
          "9_x",
          "====");

  private NastyTexts() {}

  static String any(Random random) {
    return switch (random.nextInt(8)) {
      case 0 -> "长".repeat(1 + random.nextInt(5_000));
      case 1 -> "x".repeat(1 << random.nextInt(14));
      case 2 -> cursor(random);
      case 3 -> characters(random);
      default -> LISTED.get(random.nextInt(LISTED.size()));
    };
  }

  /** What looks like a cursor: base64 of something that it never held. */
  static String cursor(Random random) {
    String[] places = {
      "9223372036854775807",
      "-9223372036854775808",
      "-1",
      "1e400",
      "\0",
      "+999999999-12-31T23:59:59Z",
      "-999999999-01-01T00:00:00Z",
      "2026-11-22T00:00:00Z"
    };
    String[] between = {"_", "/", "|", ",", ":", " ", ""};
    String[] ids = {"00000000-0000-0000-0000-000000000000", "x", ""};
    String place = any(places, random) + any(between, random) + any(ids, random);
    return random.nextInt(4) == 0
        ? place
        : Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString(place.getBytes(StandardCharsets.UTF_8));
  }

  private static String any(String[] texts, Random random) {
    return texts[random.nextInt(texts.length)];
  }

  private static String characters(Random random) {
    StringBuilder text = new StringBuilder();
    int length = 1 + random.nextInt(40);
    for (int i = 0; i < length; i++) {
      text.append(
          random.nextInt(4) == 0
              ? (char) random.nextInt(0x10000)
              : (char) (' ' + random.nextInt(0x5f)));
    }
    return text.toString();
  }
}
