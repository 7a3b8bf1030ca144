package hotline.simulator.knowledge;

import com.fasterxml.jackson.databind.JsonNode;
import hotline.simulator.api.Api;
import hotline.simulator.api.Person;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What an operator of the simulation reads out: the published item that shares most with a
 * question.
 */
public final class Shelf {

  /** An item and its version. */
  public record Source(String item, String version) {}

  /** One of another knowledge base, where this one has nothing. */
  private static final Source OUTSIDE = new Source("KB-0123", "7");

  private static final int LEAST_SHARED = 2;

  private record Item(Source source, Set<String> pairs) {}

  private final List<Item> items = new ArrayList<>();

  public Shelf(Api api) throws InterruptedException {
    JsonNode page = api.find(Person.OPERATOR, "/intake/api/knowledge?tab=published&limit=200");
    page.path("items")
        .forEach(
            item ->
                items.add(
                    new Item(
                        new Source(
                            item.path("code").asText(), item.path("publishedVersion").asText()),
                        pairs(item.path("title").asText()))));
  }

  public Source sourceOf(String question) {
    Set<String> asked = pairs(question);
    Source best = OUTSIDE;
    int most = LEAST_SHARED - 1;
    for (Item item : items) {
      int shared = (int) item.pairs().stream().filter(asked::contains).count();
      if (shared > most) {
        most = shared;
        best = item.source();
      }
    }
    return best;
  }

  private static Set<String> pairs(String text) {
    Set<String> pairs = new HashSet<>();
    for (int i = 0; i + 1 < text.length(); i++) {
      pairs.add(text.substring(i, i + 2));
    }
    return pairs;
  }
}
