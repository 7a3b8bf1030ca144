package hotline.lifecycle;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What in a changed schema would break a reader of the old one, or a new reader of old records. */
final class SchemaChange {

  private SchemaChange() {}

  static List<String> breaking(String name, JsonNode before, JsonNode after) {
    List<String> broken = new ArrayList<>();
    before
        .path("properties")
        .properties()
        .forEach(
            field -> {
              JsonNode now = after.path("properties").path(field.getKey());
              if (now.isMissingNode()) {
                broken.add(name + ": field " + field.getKey() + " is gone");
              } else if (!kind(now).equals(kind(field.getValue()))) {
                broken.add(name + ": field " + field.getKey() + " changed its type");
              } else if (!codes(now).containsAll(codes(field.getValue()))) {
                broken.add(name + ": field " + field.getKey() + " lost a code");
              }
            });
    Set<String> sure = names(before.path("required"));
    Set<String> stillSure = names(after.path("required"));
    for (String field : sure) {
      if (!stillSure.contains(field) && after.path("properties").has(field)) {
        broken.add(name + ": field " + field + " may be absent now");
      }
    }
    for (String field : stillSure) {
      if (!sure.contains(field)) {
        broken.add(name + ": field " + field + " was not written by older versions");
      }
    }
    return broken;
  }

  private static String kind(JsonNode field) {
    return field.path("type").asText()
        + field.path("format").asText()
        + field.path("items").path("type").asText();
  }

  private static Set<String> codes(JsonNode field) {
    return names(field.path("enum"));
  }

  private static Set<String> names(JsonNode array) {
    Set<String> names = new LinkedHashSet<>();
    array.forEach(node -> names.add(node.asText()));
    return names;
  }
}
