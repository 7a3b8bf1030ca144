package hotline.simulator.knowledge;

import com.fasterxml.jackson.databind.JsonNode;
import hotline.simulator.api.Api;
import hotline.simulator.api.Person;
import hotline.simulator.api.Refused;
import hotline.simulator.requests.RequestFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/**
 * Fills the knowledge base of a demonstration from a CSV file, as people would: one writes and
 * submits, another publishes. What is there already stays as it is.
 */
public final class DemonstrationKnowledge {
  private static final List<String> NEEDED =
      List.of("owner", "title", "questions", "answer", "notes", "categories", "review_in_days");
  private static final String LIST = "/intake/api/knowledge";
  private static final String UNITS = "/intake/api/reference/units";
  private static final String CATEGORIES = "/intake/api/reference/categories";

  /** Long before any request of a demonstration, however far back that is played. */
  private static final String BEGAN = "2020-01-01";

  private static final int LOOKS = 480;

  private final Api api;

  public DemonstrationKnowledge(Api api) {
    this.api = api;
  }

  /**
   * What came of a file.
   *
   * @param refused the items that the city did not take, and why
   */
  public record Filled(int published, List<String> refused) {}

  public Filled fill(Path file) throws IOException, InterruptedException {
    List<Map<String, String>> lines = RequestFile.lines(file, NEEDED);
    awaitDirectory(lines);
    Map<String, JsonNode> known = known();
    int published = 0;
    List<String> refused = new ArrayList<>();
    for (Map<String, String> line : lines) {
      String title = line.get("title").strip();
      JsonNode item = known.get(title);
      String status = item == null ? "" : item.path("status").asText();
      if (!status.equals("PUBLISHED") && !status.equals("RETIRED")) {
        try {
          publish(title, item == null ? begin(title, line) : read(item), status);
          published++;
        } catch (Refused | DateTimeException | NumberFormatException e) {
          refused.add(title + ": " + e.getMessage());
        }
      }
    }
    return new Filled(published, refused);
  }

  private JsonNode begin(String title, Map<String, String> line) throws InterruptedException {
    return api.post(Person.HANDLER, LIST, key(title, "begin"), null, form(line));
  }

  private JsonNode read(JsonNode item) throws InterruptedException {
    return api.get(Person.KNOWLEDGE_EDITOR, LIST + "/" + item.path("code").asText());
  }

  /**
   * @param status where an earlier attempt has left it; empty for nowhere
   */
  private void publish(String title, JsonNode item, String status) throws InterruptedException {
    String one = LIST + "/" + item.path("code").asText();
    long revision = item.path("revision").asLong();
    if (!status.equals("IN_REVIEW")) {
      revision =
          api.post(Person.HANDLER, one + "/submission", key(title, "submit"), revision, Map.of())
              .path("revision")
              .asLong();
    }
    api.post(
        Person.KNOWLEDGE_EDITOR, one + "/publication", key(title, "publish"), revision, Map.of());
  }

  private static Map<String, Object> form(Map<String, String> line) {
    Map<String, Object> form = new LinkedHashMap<>();
    form.put("ownerUnit", line.get("owner").strip());
    form.put("title", line.get("title").strip());
    form.put("questions", parts(line.get("questions")));
    form.put("answer", line.get("answer").strip());
    form.put("notes", line.get("notes").strip());
    form.put("categoryCodes", parts(line.get("categories")));
    form.put("placeCodes", List.of());
    form.put("validFrom", BEGAN);
    form.put(
        "reviewBy",
        LocalDate.ofInstant(Instant.now(), RequestFile.ZONE)
            .plusDays(Long.parseLong(line.get("review_in_days").strip()))
            .toString());
    return form;
  }

  private static List<String> parts(String words) {
    return Arrays.stream(words.split("[；;]"))
        .map(String::strip)
        .filter(word -> !word.isEmpty())
        .toList();
  }

  /** What is there, by title. */
  private Map<String, JsonNode> known() throws InterruptedException {
    Map<String, JsonNode> known = new HashMap<>();
    String cursor = "";
    while (cursor != null) {
      JsonNode page =
          api.get(Person.KNOWLEDGE_EDITOR, LIST + "?tab=all&limit=200&cursor=" + cursor);
      page.path("items").forEach(item -> known.putIfAbsent(item.path("title").asText(), item));
      cursor = page.path("nextCursor").isTextual() ? page.path("nextCursor").asText() : null;
    }
    return known;
  }

  /**
   * A city that was started a moment ago learns its directory from the log, piece by piece. What
   * the file names and never comes is refused item by item.
   */
  private void awaitDirectory(List<Map<String, String>> lines) throws InterruptedException {
    Set<String> owners = new HashSet<>();
    Set<String> categories = new HashSet<>();
    for (Map<String, String> line : lines) {
      owners.add(line.get("owner").strip());
      categories.addAll(parts(line.get("categories")));
    }
    for (int look = 0; look < LOOKS; look++) {
      if (codes(UNITS).containsAll(owners) && codes(CATEGORIES).containsAll(categories)) {
        return;
      }
      TimeUnit.MILLISECONDS.sleep(250);
    }
  }

  private Set<String> codes(String list) throws InterruptedException {
    Set<String> codes = new HashSet<>();
    api.get(Person.OPERATOR, list)
        .path("items")
        .forEach(item -> codes.add(item.path("code").asText()));
    return codes;
  }

  private static String key(String title, String act) {
    String name = "demonstration-knowledge\u001f" + title + "\u001f" + act;
    return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
  }
}
