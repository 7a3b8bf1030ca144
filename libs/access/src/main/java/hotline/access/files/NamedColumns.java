package hotline.access.files;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Which column of a file holds what, by the English and Chinese names in its first line; columns
 * nobody knows are left alone.
 */
public final class NamedColumns<C extends Enum<C> & NamedColumns.Named> {

  /** A column that a file may have. */
  public interface Named {

    /** Its English name. */
    String english();

    String chinese();

    /** Whether a file without it is refused. */
    boolean required();

    /** As the template writes it. */
    default String label() {
      return chinese() + "(" + english() + ")";
    }
  }

  private final Map<C, Integer> positions;

  private NamedColumns(Class<C> columns) {
    positions = new EnumMap<>(columns);
  }

  /** Reads the first line; refuses a file without the columns that every row needs. */
  public static <C extends Enum<C> & Named> NamedColumns<C> of(
      Class<C> columns, List<String> header) {
    NamedColumns<C> named = new NamedColumns<>(columns);
    for (int i = 0; i < header.size(); i++) {
      String name = header.get(i).strip();
      for (C column : columns.getEnumConstants()) {
        if (isCalled(column, name) && named.positions.put(column, i) != null) {
          throw NotCsv.twice(column.label());
        }
      }
    }
    String missing =
        Arrays.stream(columns.getEnumConstants())
            .filter(column -> column.required() && !named.positions.containsKey(column))
            .map(Named::label)
            .collect(Collectors.joining(", "));
    if (!missing.isEmpty()) {
      throw NotCsv.noHeader(missing);
    }
    return named;
  }

  private static boolean isCalled(Named column, String header) {
    return column.english().equalsIgnoreCase(header)
        || column.chinese().equals(header)
        || column.label().equals(header);
  }

  /** The names of all columns as a first line. */
  public static <C extends Enum<C> & Named> String header(Class<C> columns) {
    return Arrays.stream(columns.getEnumConstants())
        .map(Named::label)
        .collect(Collectors.joining(","));
  }

  /** What a row says; null where it says nothing. */
  public String value(List<String> row, C column) {
    Integer position = positions.get(column);
    if (position == null || position >= row.size()) {
      return null;
    }
    String cell = SpreadsheetCell.read(row.get(position)).strip();
    return cell.isEmpty() ? null : cell;
  }
}
