package hotline.access.testing.proofs;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Makes a right request wrong in one way or two. */
final class Spoiler {
  private static final String[] METHODS = {
    "PUT", "PATCH", "DELETE", "GET", "POST", "HEAD", "OPTIONS", "TRACE", "PROPFIND", "NONSENSE"
  };
  private static final String[] TYPES = {
    "text/plain",
    "application/xml",
    "application/x-www-form-urlencoded",
    "multipart/form-data",
    "multipart/form-data; boundary=x",
    "application/json; charset=utf-16",
    "application/json; charset=nonsense",
    "not a type",
    "*/*",
    "application/",
    "text/csv",
    ";",
    "application/merge-patch+json",
    "application/json;q=x"
  };
  private static final String[] ACCEPTS = {
    "application/xml",
    "text/html",
    "image/png",
    "application/json;q=0",
    "not a type",
    ";",
    "*/",
    "text/event-stream",
    "text/csv",
    "application/problem+json",
    "a/b;q=2"
  };
  private static final String[] VERSIONS = {
    "",
    "0",
    "\"",
    "\"-1\"",
    "W/\"0\"",
    "*",
    "\"0\", \"1\"",
    "\"9223372036854775808\"",
    "\"1.5\"",
    "\"abc\"",
    "yesterday",
    "\"\u00e9\"",
    "\"2147483648\"",
    "\"0x1\""
  };
  private static final String[] KEYS = {
    "", " ", "a b", "x".repeat(201), "x".repeat(4000), "\u4e2d\u6587", "'; --", "%00", "\u00e9"
  };
  private static final String[] NUMBERS = {
    "-1",
    "0",
    "201",
    "2147483647",
    "2147483648",
    "-2147483649",
    "9223372036854775808",
    "1e9",
    "abc",
    "",
    "1.5",
    "+5",
    "٣",
    "0x10",
    "NaN"
  };
  private static final String[] ESCAPES = {"%zz", "%", "%c3", "%ff%fe", "%u4e2d", "%c0%af"};
  private static final int OVER_EVERY_LIMIT = 11 << 20;

  /** What the server takes as the first line of a request, or as a header, is about so long. */
  static final int LONGEST_LINE = 4_000;

  private final Random random;
  private boolean isHttp = true;

  Spoiler(Random random) {
    this.random = random;
  }

  /** Whether the request still follows the grammar of HTTP, so that the service gets to see it. */
  boolean isHttp() {
    return isHttp;
  }

  void spoil(Operation operation, Example example, Request request) {
    List<Runnable> ways = new ArrayList<>();
    if (request.body() != null) {
      boolean isJson = request.header("Content-Type").contains("json");
      for (int weight = 0; weight < 6; weight++) {
        ways.add(() -> spoilBody(request, isJson));
      }
      ways.add(() -> request.header("Content-Type", anyOf(TYPES)));
      ways.add(() -> request.header("Content-Type", null));
      ways.add(() -> spoilTransfer(request));
    } else {
      ways.add(() -> request.header("Content-Type", anyOf(TYPES)).body(new byte[] {'x'}));
    }
    if (!operation.named("path").isEmpty()) {
      ways.add(() -> spoilPath(operation, example, request));
      ways.add(() -> spoilPath(operation, example, request));
    }
    for (String name : operation.named("query")) {
      ways.add(() -> spoilQuery(name, request));
      ways.add(() -> spoilQuery(name, request));
    }
    ways.add(() -> request.rawQuery("x=" + anyOf(ESCAPES)));
    ways.add(() -> request.query(NastyTexts.any(random), NastyTexts.any(random)));
    ways.add(() -> request.method(anyOf(METHODS)));
    ways.add(() -> request.header("Accept", anyOf(ACCEPTS)));
    ways.add(() -> request.header("Accept-Language", headerText()));
    ways.add(() -> request.header("traceparent", headerText()));
    ways.add(() -> request.header("If-Match", anyOf(VERSIONS)));
    ways.add(() -> request.header("Idempotency-Key", anyOf(KEYS)));
    ways.add(() -> request.token(headerText()));
    int wrongs = 1 + random.nextInt(2);
    for (int i = 0; i < wrongs; i++) {
      ways.get(random.nextInt(ways.size())).run();
    }
  }

  private void spoilBody(Request request, boolean isJson) {
    if (isJson) {
      request.body(new SpoiledJson(random).of(request.body()));
    } else {
      String text = new String(request.body(), StandardCharsets.UTF_8);
      int at = random.nextInt(text.length() + 1);
      request.body(
          (text.substring(0, at) + NastyTexts.any(random) + text.substring(at))
              .getBytes(StandardCharsets.UTF_8));
    }
  }

  private void spoilTransfer(Request request) {
    switch (random.nextInt(8)) {
      case 0 -> request.body(new byte[OVER_EVERY_LIMIT]).waitingAfter(10_000);
      case 1, 2, 3 -> request.cutOffAfter(random.nextInt(request.body().length + 1));
      default -> request.chunked();
    }
  }

  private void spoilPath(Operation operation, Example example, Request request) {
    String name = anyOf(operation.named("path").toArray(String[]::new));
    String value = example.parameter(name);
    String other = NastyTexts.any(random);
    String target = request.target();
    String escaped = Request.escaped(value);
    int at = target.lastIndexOf("/" + escaped);
    if (at >= 0) {
      request.target(
          target.substring(0, at + 1)
              + Request.escaped(other)
              + target.substring(at + 1 + escaped.length()));
    }
  }

  private void spoilQuery(String name, Request request) {
    switch (random.nextInt(4)) {
      case 0 -> request.query(name, anyOf(NUMBERS));
      case 1 -> request.query(name, NastyTexts.any(random)).query(name, "1");
      case 2 -> request.rawQuery(name);
      default ->
          request.query(
              name, name.equals("cursor") ? NastyTexts.cursor(random) : NastyTexts.any(random));
    }
  }

  /** Line ends in a header would make it two; other control characters are not HTTP. */
  private String headerText() {
    String text = NastyTexts.any(random).replaceAll("[\\r\\n]", "");
    isHttp &=
        text.chars().allMatch(c -> c >= ' ' && c != 0x7f || c == '\t')
            && text.getBytes(StandardCharsets.UTF_8).length < LONGEST_LINE;
    return text;
  }

  private <T> T anyOf(T[] values) {
    T value = values[random.nextInt(values.length)];
    isHttp &= !(value instanceof String text) || !java.util.Arrays.asList(ESCAPES).contains(text);
    return value;
  }
}
