package hotline.simulator.requests;

import com.fasterxml.jackson.databind.JsonNode;
import hotline.simulator.api.Api;
import hotline.simulator.api.Person;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Communities of the city, one after the other, for requests whose file names no place in it. */
public final class Places {

  private final Api api;
  private final List<String> streets = new ArrayList<>();
  private final Map<String, List<String>> communities = new ConcurrentHashMap<>();

  public Places(Api api) throws InterruptedException {
    this.api = api;
    descend(null);
    if (streets.isEmpty()) {
      throw new IllegalStateException("没有区划 / There are no places yet");
    }
  }

  public String of(CitizenRequest request, int line) throws InterruptedException {
    if (request.script().place() != null) {
      return request.script().place();
    }
    String street = streets.get(line % streets.size());
    List<String> below = communities.get(street);
    if (below == null) {
      below = codes(below(street), null);
      communities.put(street, below);
    }
    return below.isEmpty() ? street : below.get(line / streets.size() % below.size());
  }

  private void descend(String parent) throws InterruptedException {
    JsonNode below = below(parent);
    streets.addAll(codes(below, "street"));
    if (codes(below, "street").isEmpty()) {
      for (JsonNode place : below) {
        descend(place.path("code").asText());
      }
    }
  }

  private JsonNode below(String parent) throws InterruptedException {
    return api.get(
            Person.OPERATOR,
            "/intake/api/reference/places" + (parent == null ? "" : "?parent=" + parent))
        .path("items");
  }

  private static List<String> codes(JsonNode places, String level) {
    List<String> codes = new ArrayList<>();
    for (JsonNode place : places) {
      if (level == null || level.equals(place.path("level").asText())) {
        codes.add(place.path("code").asText());
      }
    }
    return codes;
  }
}
