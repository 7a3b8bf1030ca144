package hotline.access.testing.proofs;

import hotline.access.Role;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The reviewed table of a service, {@code rights.md} in its folder: one row per operation, and in
 * the columns the roles that may. {@code everyone} needs no token, {@code signed-in} is every role.
 */
public final class RightsTable {
  private static final String EVERYONE = "everyone";
  private static final String SIGNED_IN = "signed-in";

  /** A row. */
  record Row(boolean isPublic, Map<Role, Right> rights) {
    Right of(Role role) {
      return rights.getOrDefault(role, Right.DENIED);
    }

    /** Where the thing belongs to no unit, two people of two units tell as much as five. */
    boolean walksFrom(Position position) {
      boolean isOfAUnit = rights.values().stream().anyMatch(right -> right != Right.EVERYWHERE);
      return isOfAUnit
          || position == Position.THE_UNIT
          || (position == Position.ELSEWHERE && !isPublic);
    }
  }

  private final Map<String, Row> rows = new LinkedHashMap<>();

  private RightsTable() {}

  /** The table of the service in whose folder the tests run. */
  public static RightsTable ofThisService() {
    try {
      return parse(Files.readString(Path.of("rights.md")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static RightsTable parse(String markdown) {
    RightsTable table = new RightsTable();
    List<Right> columns = List.of();
    for (String line : markdown.lines().filter(text -> text.startsWith("|")).toList()) {
      List<String> cells = Arrays.stream(line.split("\\|", -1)).map(String::strip).toList();
      String first = cells.get(1);
      if (first.equals("Operation")) {
        columns = cells.subList(2, cells.size() - 1).stream().map(RightsTable::column).toList();
      } else if (!first.startsWith("-")) {
        table.add(first, columns, cells.subList(2, cells.size() - 1));
      }
    }
    return table;
  }

  private static Right column(String title) {
    return Arrays.stream(Right.values())
        .filter(right -> right != Right.DENIED && right.column().equals(title))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("rights.md: no such column: " + title));
  }

  private void add(String operation, List<Right> columns, List<String> cells) {
    Map<Role, Right> rights = new EnumMap<>(Role.class);
    boolean isPublic = false;
    for (int i = 0; i < cells.size(); i++) {
      for (String name : names(cells.get(i))) {
        isPublic |= name.equals(EVERYONE);
        for (Role role : roles(name, operation)) {
          if (rights.put(role, columns.get(i)) != null) {
            throw new IllegalArgumentException(
                "rights.md: " + operation + " names " + role.wireName() + " twice");
          }
        }
      }
    }
    if (rows.put(operation.replace("`", ""), new Row(isPublic, rights)) != null) {
      throw new IllegalArgumentException("rights.md has two rows for " + operation);
    }
  }

  private static List<String> names(String cell) {
    return cell.isEmpty() ? List.of() : List.of(cell.split(",\\s*"));
  }

  private static List<Role> roles(String name, String operation) {
    if (name.equals(EVERYONE) || name.equals(SIGNED_IN)) {
      return new ArrayList<>(Arrays.asList(Role.values()));
    }
    return List.of(
        Role.ofWireName(name)
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "rights.md: " + operation + " names the unknown role " + name)));
  }

  Set<String> operations() {
    return rows.keySet();
  }

  /** Null without a row. */
  Row row(String operation) {
    return rows.get(operation);
  }
}
