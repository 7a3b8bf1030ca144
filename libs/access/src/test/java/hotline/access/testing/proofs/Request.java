package hotline.access.testing.proofs;

import java.io.ByteArrayOutputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** A request byte by byte: an ordinary client would not send what these proofs have to send. */
final class Request {
  private String method;
  private String target;
  private final Map<String, String> headers = new LinkedHashMap<>();
  private byte[] body;
  private int sent = Integer.MAX_VALUE;
  private boolean chunked;
  private boolean waits;

  Request(String method, String target) {
    this.method = method;
    this.target = target;
  }

  static String escaped(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  Request method(String other) {
    method = other;
    return this;
  }

  Request target(String other) {
    target = other;
    return this;
  }

  String method() {
    return method;
  }

  String target() {
    return target;
  }

  Request query(String name, String value) {
    return rawQuery(escaped(name) + "=" + escaped(value));
  }

  Request rawQuery(String pair) {
    target += (target.indexOf('?') < 0 ? "?" : "&") + pair;
    return this;
  }

  /** Null takes the header away. */
  Request header(String name, String value) {
    if (value == null) {
      headers.remove(name);
    } else {
      headers.put(name, value);
    }
    return this;
  }

  String header(String name) {
    return headers.get(name);
  }

  Request token(String token) {
    return header("Authorization", token == null ? null : "Bearer " + token);
  }

  Request body(byte[] bytes) {
    body = bytes;
    return this;
  }

  byte[] body() {
    return body;
  }

  /** Promises the whole body and sends only its beginning. */
  Request cutOffAfter(int bytes) {
    sent = bytes;
    return this;
  }

  /** Promises the whole body, sends its beginning and waits for what the service says to it. */
  Request waitingAfter(int bytes) {
    sent = bytes;
    waits = true;
    return this;
  }

  boolean isCutOff() {
    return sent != Integer.MAX_VALUE && !waits;
  }

  Request chunked() {
    chunked = true;
    return this;
  }

  byte[] bytes() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(
        (method + " " + target + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n")
            .getBytes(StandardCharsets.UTF_8));
    headers.forEach(
        (name, value) ->
            out.writeBytes((name + ": " + value + "\r\n").getBytes(StandardCharsets.UTF_8)));
    if (body == null) {
      out.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
      return out.toByteArray();
    }
    if (chunked && !waits) {
      out.writeBytes(
          ("Transfer-Encoding: chunked\r\n\r\n" + Integer.toHexString(body.length) + "\r\n")
              .getBytes(StandardCharsets.UTF_8));
    } else {
      out.writeBytes(
          ("Content-Length: " + body.length + "\r\n\r\n").getBytes(StandardCharsets.UTF_8));
    }
    out.write(body, 0, Math.min(sent, body.length));
    if (chunked && !waits && !isCutOff()) {
      out.writeBytes("\r\n0\r\n\r\n".getBytes(StandardCharsets.UTF_8));
    }
    return out.toByteArray();
  }

  /** For a message: without the token, and no longer than one reads. */
  @Override
  public String toString() {
    StringBuilder shown = new StringBuilder(method + " " + target);
    headers.forEach(
        (name, value) -> {
          if (!name.equals("Authorization")) {
            shown.append("\n  ").append(name).append(": ").append(value);
          }
        });
    if (body != null) {
      String text = new String(body, StandardCharsets.UTF_8);
      shown
          .append("\n  ")
          .append(text.length() <= 2000 ? text : text.substring(0, 2000) + "... ")
          .append(" (")
          .append(body.length)
          .append(" bytes")
          .append(chunked ? ", chunked" : "")
          .append(isCutOff() ? ", cut off after " + sent : "")
          .append(")");
    }
    return Answer.visible(shown.toString());
  }
}
