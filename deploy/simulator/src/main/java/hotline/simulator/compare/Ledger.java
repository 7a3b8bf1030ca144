package hotline.simulator.compare;

import hotline.simulator.api.Api;
import hotline.simulator.api.Person;
import hotline.simulator.requests.RequestFile;
import java.io.IOException;
import java.io.StringReader;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What reporting says about the accepted cases that came from one file, by their id in it. */
public final class Ledger {

  private static final List<String> NEEDED =
      List.of(
          "caseNo",
          "externalSource",
          "externalRef",
          "status",
          "receivedAt",
          "acceptedAt",
          "lastRepliedAt",
          "closedAt",
          "elapsedWorkDays",
          "overdue");

  private final Map<String, Map<String, String>> lines;

  private Ledger(Map<String, Map<String, String>> lines) {
    this.lines = lines;
  }

  public static Ledger read(Api api, String source) throws InterruptedException, IOException {
    String csv = api.text(Person.ANALYST, "/reporting/api/cases/export.csv");
    Map<String, Map<String, String>> lines = new LinkedHashMap<>();
    for (Map<String, String> line :
        RequestFile.lines(new StringReader(csv), NEEDED, "export.csv")) {
      if (source.equals(line.get("externalSource"))) {
        lines.put(line.get("externalRef"), line);
      }
    }
    return new Ledger(lines);
  }

  public int accepted() {
    return lines.size();
  }

  public Set<String> closed() {
    Set<String> closed = new TreeSet<>();
    lines.forEach(
        (ref, line) -> {
          if (!line.get("closedAt").isBlank()) {
            closed.add(ref);
          }
        });
    return closed;
  }

  /** Closed cases whose reply came after its due time. */
  long closedOverdue() {
    return closed().stream().filter(ref -> text(ref, "overdue").equals("true")).count();
  }

  boolean has(String ref) {
    return lines.containsKey(ref);
  }

  String text(String ref, String column) {
    return lines.get(ref).get(column);
  }

  /** Null when the cell is empty. */
  Instant time(String ref, String column) {
    String text = text(ref, column);
    return text.isBlank() ? null : Instant.parse(text);
  }
}
