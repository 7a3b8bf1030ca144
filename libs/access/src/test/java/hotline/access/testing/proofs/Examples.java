package hotline.access.testing.proofs;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** One example for each operation: the service's own, or one made by the OpenAPI file. */
public final class Examples {
  private static final String NOBODYS_ID = "00000000-0000-7000-8000-000000000000";

  private final Map<String, Example> own = new LinkedHashMap<>();

  public Examples(Example... examples) {
    for (Example example : examples) {
      own.put(example.operation(), example);
    }
  }

  /** Names of examples that no operation has. */
  Set<String> names() {
    return own.keySet();
  }

  Example of(Operation operation) {
    return own.computeIfAbsent(operation.name(), name -> made(operation));
  }

  /** Past the door nothing is found: whoever may ask is told 404. */
  private static Example made(Operation operation) {
    Example example = Example.of(operation.name());
    if (operation.named("path").isEmpty()) {
      return example;
    }
    operation.named("path").forEach(name -> example.with(name, NOBODYS_ID));
    return example.passing(404);
  }

  /** The request without anybody's token. */
  static Request request(Operation operation, Example example) {
    StringBuilder target = new StringBuilder(operation.path());
    operation
        .named("path")
        .forEach(
            name -> {
              String slot = "{" + name + "}";
              int at = target.indexOf(slot);
              target.replace(at, at + slot.length(), Request.escaped(example.parameter(name)));
            });
    Request request = new Request(operation.method(), target.toString());
    operation.named("query").stream()
        .filter(name -> example.parameter(name) != null)
        .forEach(name -> request.query(name, example.parameter(name)));
    if (!operation.method().equals("GET")) {
      request.header("Idempotency-Key", UUID.randomUUID().toString());
    }
    example.headers().forEach(request::header);
    if (example.body() != null) {
      request.header("Content-Type", example.contentType()).body(example.body());
    } else if (!operation.bodies().isEmpty()) {
      var content = operation.bodies().entrySet().iterator().next();
      request
          .header("Content-Type", content.getKey())
          .body(text(content.getValue()).getBytes(StandardCharsets.UTF_8));
    }
    return request;
  }

  private static String text(JsonNode schema) {
    return schema.path("properties").properties().stream()
        .map(field -> "\"" + field.getKey() + "\":" + value(field.getValue()))
        .collect(Collectors.joining(",", "{", "}"));
  }

  private static String value(JsonNode schema) {
    return schema.path("type").asText().equals("boolean") ? "false" : "\"x\"";
  }
}
