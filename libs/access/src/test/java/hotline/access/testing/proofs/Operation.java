package hotline.access.testing.proofs;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;

/**
 * One thing that a service can be asked for.
 *
 * @param bodies schema of the body for each content type; empty without a body
 */
public record Operation(
    String method, String path, List<Parameter> parameters, Map<String, JsonNode> bodies) {

  /**
   * @param in path, query or header
   */
  public record Parameter(String name, String in) {}

  /** As tables and messages write it: {@code GET /intake/api/cases/{id}}. */
  public String name() {
    return method + " " + path;
  }

  List<String> named(String in) {
    return parameters.stream()
        .filter(parameter -> parameter.in().equals(in))
        .map(Parameter::name)
        .toList();
  }
}
