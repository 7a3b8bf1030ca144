package hotline.access.testing.proofs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The operations that an OpenAPI file names; what is not in it is not offered. */
public final class ApiFile {
  private static final List<String> METHODS = List.of("get", "post", "put", "patch", "delete");

  private final JsonNode document;

  private ApiFile(JsonNode document) {
    this.document = document;
  }

  /** The file that the build of the service in whose folder the tests run has written. */
  public static ApiFile ofThisService() {
    try {
      return parse(Files.readString(Path.of("openapi/openapi.json")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static ApiFile parse(String json) {
    try {
      return new ApiFile(new ObjectMapper().readTree(json));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public List<Operation> operations() {
    List<Operation> all = new ArrayList<>();
    document
        .path("paths")
        .properties()
        .forEach(
            path -> {
              for (String method : METHODS) {
                JsonNode declared = path.getValue().get(method);
                if (declared != null) {
                  all.add(operation(method, path.getKey(), declared));
                }
              }
            });
    return all;
  }

  private Operation operation(String method, String path, JsonNode declared) {
    List<Operation.Parameter> parameters = new ArrayList<>();
    for (JsonNode parameter : declared.path("parameters")) {
      if (parameter.has("$ref")) {
        // The key of an act: every request has one of its own.
        continue;
      }
      parameters.add(
          new Operation.Parameter(parameter.path("name").asText(), parameter.path("in").asText()));
    }
    Map<String, JsonNode> bodies = new LinkedHashMap<>();
    declared
        .path("requestBody")
        .path("content")
        .properties()
        .forEach(
            content -> bodies.put(content.getKey(), resolved(content.getValue().get("schema"))));
    return new Operation(method.toUpperCase(java.util.Locale.ROOT), path, parameters, bodies);
  }

  /** The schema with its reference followed; a schema that is absent allows anything. */
  JsonNode resolved(JsonNode schema) {
    if (schema == null) {
      return new ObjectMapper().createObjectNode();
    }
    String reference = schema.path("$ref").asText("");
    return reference.isEmpty() ? schema : resolved(document.at(reference.substring(1)));
  }
}
