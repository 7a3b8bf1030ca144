package hotline.access;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/**
 * How the grid of a token limits each endpoint of a service. What no rule names is kept from
 * whoever is limited to a grid: an endpoint that nobody has thought about shows nothing of another
 * grid.
 *
 * <p>A path is that of the endpoint without the service's root, its parameters written {@code {}}.
 */
public final class GridRules {

  /** What the grid does to an endpoint. */
  public enum Kind {
    /**
     * It is about the thing that the path names, which lies at a place: elsewhere it is not found.
     */
    OF_A_THING,
    /** Its own statements leave out what lies elsewhere, or its act refuses it. */
    NARROWED,
    /** It says and does nothing about a case. */
    FREE,
    /** It is about the whole city, and nothing for whoever is limited to a part of it. */
    WHOLE_CITY
  }

  /**
   * One rule.
   *
   * @param parameter where in the path the thing is named; -1 where there is none
   * @param place path of the place by the thing's name in the path; null where there is no such
   *     thing or it has no place
   */
  private record Rule(Kind kind, int parameter, NotFound unknown, Function<String, String> place) {}

  private final Map<String, Rule> exact = new LinkedHashMap<>();
  private final Map<String, Rule> below = new LinkedHashMap<>();

  /**
   * Everything at and below this path, whose last part names a thing.
   *
   * @param zh what is not found elsewhere, as in 工单
   * @param place finds the path of the place by what stands in the path; null for none
   */
  public GridRules thing(String path, String zh, String en, Function<String, String> place) {
    int parameter = segments(path).size() - 1;
    below.put(path, new Rule(Kind.OF_A_THING, parameter, new NotFound(zh, en), place));
    return this;
  }

  /** The same for a thing that is named by its id and by nothing else. */
  public GridRules thingById(String path, String zh, String en, Function<UUID, String> place) {
    return thing(path, zh, en, text -> id(text).map(place).orElse(null));
  }

  /** Exactly these paths narrow by themselves. */
  public GridRules narrowed(String... paths) {
    return add(Kind.NARROWED, paths);
  }

  /** Exactly these paths, or all below one that ends in {@code /**}, are of no case. */
  public GridRules free(String... paths) {
    return add(Kind.FREE, paths);
  }

  /** Exactly these paths, or all below one that ends in {@code /**}, are of the whole city. */
  public GridRules wholeCity(String... paths) {
    return add(Kind.WHOLE_CITY, paths);
  }

  private GridRules add(Kind kind, String... paths) {
    Rule rule = new Rule(kind, -1, null, null);
    for (String path : paths) {
      if (path.endsWith("/**")) {
        below.put(path.substring(0, path.length() - 3), rule);
      } else {
        exact.put(path, rule);
      }
    }
    return this;
  }

  /**
   * @param template as the endpoint declares it; names and patterns of parameters do not matter
   */
  public Optional<Kind> kind(String template) {
    return rule(template).map(Rule::kind);
  }

  /**
   * Refuses what the grid of this scope keeps from its holder.
   *
   * @param parameters values of the path's parameters by their names
   */
  public void check(String template, Function<String, String> parameters, Scope scope) {
    Rule rule = rule(template).orElse(null);
    if (rule == null || rule.kind() == Kind.WHOLE_CITY) {
      throw new LimitedToGrid();
    }
    if (rule.kind() == Kind.OF_A_THING) {
      String named = segments(template).get(rule.parameter());
      String value = parameters.apply(named.replaceAll("[{}\\s]|:.*", ""));
      if (value == null || !scope.reachesPlace(rule.place().apply(value))) {
        throw rule.unknown();
      }
    }
  }

  private Optional<Rule> rule(String template) {
    List<String> parts =
        segments(template).stream().map(part -> part.startsWith("{") ? "{}" : part).toList();
    Rule found = exact.get(path(parts));
    for (int length = parts.size(); found == null && length > 0; length--) {
      found = below.get(path(parts.subList(0, length)));
    }
    return Optional.ofNullable(found);
  }

  private static String path(List<String> parts) {
    return "/" + String.join("/", parts);
  }

  /** The parts of a path; a pattern of a parameter has no slash in this project. */
  private static List<String> segments(String path) {
    List<String> parts = new ArrayList<>(Arrays.asList(path.split("/")));
    parts.removeIf(String::isEmpty);
    return parts;
  }

  private static Optional<UUID> id(String text) {
    try {
      return Optional.of(UUID.fromString(text));
    } catch (IllegalArgumentException notAnId) {
      return Optional.empty();
    }
  }
}
