package hotline.access.files;

import java.util.ArrayList;
import java.util.List;

/** Reads RFC 4180: quoted fields may hold commas, quotes and line breaks. */
public final class CsvTable {
  private static final int MOST_COLUMNS = 200;

  private final String text;
  private final int mostRows;
  private int at;

  private CsvTable(String text, int mostRows) {
    this.text = text;
    this.mostRows = mostRows;
  }

  /**
   * All rows, the header among them; rows without any content are kept, so that numbers agree.
   *
   * @param mostRows without the header; a file with more of them is refused before it is in memory:
   *     a row of one letter takes forty times its size there
   * @throws NotCsv also when a row has more than 200 fields
   */
  public static List<List<String>> read(String text, int mostRows) {
    return new CsvTable(text, mostRows).rows();
  }

  private List<List<String>> rows() {
    List<List<String>> rows = new ArrayList<>();
    while (at < text.length()) {
      if (rows.size() > mostRows) {
        throw NotCsv.tooManyRows(mostRows);
      }
      rows.add(row());
    }
    return rows;
  }

  private List<String> row() {
    List<String> fields = new ArrayList<>();
    while (true) {
      if (fields.size() == MOST_COLUMNS) {
        throw NotCsv.tooManyColumns(MOST_COLUMNS);
      }
      fields.add(field());
      if (at >= text.length()) {
        return fields;
      }
      char end = text.charAt(at++);
      if (end == ',') {
        continue;
      }
      if (end == '\r' && at < text.length() && text.charAt(at) == '\n') {
        at++;
      }
      return fields;
    }
  }

  private String field() {
    if (at < text.length() && text.charAt(at) == '"') {
      return quoted();
    }
    int start = at;
    while (at < text.length() && !endsField(text.charAt(at))) {
      at++;
    }
    return text.substring(start, at);
  }

  private String quoted() {
    int opened = at++;
    StringBuilder value = new StringBuilder();
    while (at < text.length()) {
      char c = text.charAt(at++);
      if (c != '"') {
        value.append(c);
      } else if (at < text.length() && text.charAt(at) == '"') {
        value.append('"');
        at++;
      } else {
        // Text behind the closing quote belongs to the field, as spreadsheets read it.
        while (at < text.length() && !endsField(text.charAt(at))) {
          value.append(text.charAt(at++));
        }
        return value.toString();
      }
    }
    throw NotCsv.unclosedQuote(line(opened));
  }

  private int line(int position) {
    return 1 + (int) text.substring(0, position).chars().filter(c -> c == '\n').count();
  }

  private static boolean endsField(char c) {
    return c == ',' || c == '\n' || c == '\r';
  }
}
