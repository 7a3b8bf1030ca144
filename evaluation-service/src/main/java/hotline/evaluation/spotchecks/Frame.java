package hotline.evaluation.spotchecks;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * The cases from which is drawn (抽样框), in the order of their ids whatever order they came in: the
 * same cases are the same text, and that text has one SHA-256.
 */
record Frame(List<Line> lines) {

  private static final String NONE = "-";
  private static final String SIGNALLED = "S";

  Frame {
    lines = lines.stream().sorted(Comparator.comparing(line -> line.caseId().toString())).toList();
    Set<UUID> once = new HashSet<>();
    for (Line line : lines) {
      if (!once.add(line.caseId())) {
        throw new IllegalArgumentException("Twice in the frame: " + line.caseId());
      }
    }
  }

  /**
   * A case of the frame.
   *
   * @param round the round that closed it
   * @param category the top category; null where it is not known
   * @param signalled whether something about its closing looks suspicious
   */
  record Line(UUID caseId, int round, String unitId, String category, boolean signalled) {

    private String text() {
      return caseId
          + ","
          + round
          + ","
          + unitId
          + ","
          + (category == null ? NONE : category)
          + ","
          + (signalled ? SIGNALLED : NONE)
          + "\n";
    }

    private static Line parse(String text) {
      String[] parts = text.split(",", -1);
      if (parts.length != 5) {
        throw new IllegalArgumentException("Not a line of a frame: " + text);
      }
      return new Line(
          UUID.fromString(parts[0]),
          Integer.parseInt(parts[1]),
          parts[2],
          NONE.equals(parts[3]) ? null : parts[3],
          SIGNALLED.equals(parts[4]));
    }
  }

  /** The text that is kept: a line is {@code case id,round,unit,top category or -,S or -}. */
  String text() {
    StringBuilder text = new StringBuilder(lines.size() * 64);
    lines.forEach(line -> text.append(line.text()));
    return text.toString();
  }

  static Frame parse(String text) {
    List<Line> lines = new ArrayList<>();
    text.lines().forEach(line -> lines.add(Line.parse(line)));
    return new Frame(lines);
  }

  /** Of the text in UTF-8, in hex. */
  static String sha256(String text) {
    return Lot.hex(Lot.sha256(text.getBytes(StandardCharsets.UTF_8)));
  }

  int size() {
    return lines.size();
  }

  /** The same without these. */
  Frame without(Collection<UUID> caseIds) {
    Set<UUID> gone = new HashSet<>(caseIds);
    return new Frame(lines.stream().filter(line -> !gone.contains(line.caseId())).toList());
  }
}
