package hotline.access.testing.proofs;

import hotline.access.Role;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * A request that the service would do for whoever has the right. What is not said is filled in: an
 * id that nothing has, an idempotency key, a body by the schema.
 */
public final class Example {
  private final String operation;
  private final Map<String, String> parameters = new LinkedHashMap<>();
  private final Map<String, String> headers = new LinkedHashMap<>();
  private final Map<Role, Example> instead = new EnumMap<>(Role.class);
  private final Set<Integer> passing = new TreeSet<>();
  private String contentType;
  private byte[] body;
  private String shown;

  private Example(String operation) {
    this.operation = operation;
  }

  /**
   * @param operation as in {@link Operation#name}
   */
  public static Example of(String operation) {
    return new Example(operation);
  }

  /** A value for a parameter of the path or the query. */
  public Example with(String parameter, Object value) {
    parameters.put(parameter, String.valueOf(value));
    return this;
  }

  public Example header(String name, String value) {
    headers.put(name, value);
    return this;
  }

  public Example version(long version) {
    return header("If-Match", "\"" + version + "\"");
  }

  public Example json(String json) {
    return body("application/json", json);
  }

  public Example body(String type, String text) {
    contentType = type;
    body = text.getBytes(StandardCharsets.UTF_8);
    return this;
  }

  /** An answer besides 2xx that only those get who passed every check of their right. */
  public Example passing(int status) {
    passing.add(status);
    return this;
  }

  /** What stands in the answer if and only if the thing itself is told. */
  public Example showing(String text) {
    shown = text;
    return this;
  }

  /** Another thing for a role that may do it to that one only, because of where it stands. */
  public Example instead(Role role, Example other) {
    instead.put(role, other);
    return this;
  }

  Example as(Role role) {
    return instead.getOrDefault(role, this);
  }

  String operation() {
    return operation;
  }

  String parameter(String name) {
    return parameters.get(name);
  }

  Map<String, String> headers() {
    return headers;
  }

  String contentType() {
    return contentType;
  }

  byte[] body() {
    return body;
  }

  String shown() {
    return shown;
  }

  boolean passes(int status) {
    return (status >= 200 && status < 300) || passing.contains(status);
  }

  /** After an act the thing has its next version. */
  void remember(Answer answer) {
    if (answer.isSuccess() && headers.containsKey("If-Match") && answer.header("ETag") != null) {
      headers.put("If-Match", answer.header("ETag"));
    }
  }
}
