package hotline.access.testing.proofs;

import hotline.access.GridRules;
import hotline.access.Role;
import hotline.access.testing.TestTokens;
import hotline.access.testing.proofs.Right.Verdict;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jboss.logging.Logger;

/**
 * Sends every operation of a service as every role from every {@link Position} and with every kind
 * of bad token, and compares who was let in with the table. Whatever is refused is sent first and
 * must leave every table of the database as it was.
 */
public final class RightsWalk {
  private static final Logger LOG = Logger.getLogger(RightsWalk.class);
  private static final int TRIES = 3;

  private final ApiFile api;
  private final RightsTable table;
  private final Examples examples;
  private final Wire wire;
  private final DataSource database;
  private final Map<Role, Map<Position, String>> tokens = new EnumMap<>(Role.class);
  private final Map<Role, Map<String, String>> badTokens = new EnumMap<>(Role.class);
  private final Map<String, Set<String>> traces = new LinkedHashMap<>();
  private final List<String> failures = new ArrayList<>();
  private GridRules gridRules;
  private String place;
  private int sent;

  public RightsWalk(
      ApiFile api, RightsTable table, Examples examples, URI service, DataSource database) {
    this.api = api;
    this.table = table;
    this.examples = examples;
    this.wire = new Wire(service);
    this.database = database;
    for (Role role : Role.values()) {
      Map<Position, String> ofRole = new EnumMap<>(Position.class);
      for (Position position : Position.values()) {
        ofRole.put(position, position.tokens(role).token());
      }
      tokens.put(role, ofRole);
    }
  }

  /** A refused request of this operation is meant to leave a trace in this table. */
  public RightsWalk leavingTraceIn(String traceTable, String operation) {
    traces.computeIfAbsent(operation, name -> new TreeSet<>()).add(traceTable);
    return this;
  }

  /**
   * Sends what somebody may, by the table, also with tokens that name a grid: that of the place,
   * the one around it, and others.
   *
   * @param whereExamplesLie path of the place of every case that an example speaks of
   */
  public RightsWalk onGrids(GridRules rules, String whereExamplesLie) {
    gridRules = rules;
    place = whereExamplesLie;
    return this;
  }

  /** One sentence for each cell in which table and service differ. */
  public List<String> failures() {
    List<Operation> operations = api.operations();
    Set<String> names = operations.stream().map(Operation::name).collect(Collectors.toSet());
    for (String row : table.operations()) {
      if (!names.contains(row)) {
        failures.add("rights.md has a row for " + row + ", which the service does not offer");
      }
    }
    for (String name : examples.names()) {
      if (!names.contains(name)) {
        failures.add("There is an example for " + name + ", which the service does not offer");
      }
    }
    for (Operation operation : operations) {
      RightsTable.Row row = table.row(operation.name());
      if (row == null) {
        failures.add("rights.md has no row for " + operation.name());
      } else {
        walk(operation, row);
      }
    }
    LOG.infof("%d operations, %d requests", operations.size(), sent);
    return failures;
  }

  private void walk(Operation operation, RightsTable.Row row) {
    List<String> changed = List.of();
    for (int tried = 0; tried < TRIES && (tried == 0 || !changed.isEmpty()); tried++) {
      // Timers and the log may change a row meanwhile, but not each time.
      DatabaseState before = DatabaseState.of(database);
      int known = failures.size();
      if (!row.isPublic()) {
        badTokens(operation, row);
      }
      roles(operation, row, false);
      grids(operation, row, false);
      changed = new ArrayList<>(DatabaseState.of(database).changedSince(before));
      changed.removeAll(traces.getOrDefault(operation.name(), Set.of()));
      if (failures.size() > known) {
        break;
      }
    }
    if (!changed.isEmpty()) {
      failures.add(operation.name() + " was refused and yet changed " + changed);
    }
    if (row.isPublic()) {
      expect(Verdict.ANSWERED, operation, Role.OPERATOR, null, "nobody");
    }
    roles(operation, row, true);
    grids(operation, row, true);
  }

  private void grids(Operation operation, RightsTable.Row row, boolean answered) {
    Role role =
        row.rights().entrySet().stream()
            .filter(right -> right.getValue().at(Position.THE_UNIT) == Verdict.ANSWERED)
            .map(Map.Entry::getKey)
            // Theirs is limited already.
            .filter(one -> one != Role.GRID_OFFICER)
            .findFirst()
            .orElse(null);
    if (gridRules == null || role == null || row.isPublic()) {
      return;
    }
    GridRules.Kind kind = gridRules.kind(withoutRoot(operation.path())).orElse(null);
    if (kind == null) {
      failures.add("No rule says what a grid does to " + operation.name());
      return;
    }
    // Of a made-up thing whoever may ask is told 404 anyway.
    if (examples.of(operation).passes(404)) {
      return;
    }
    for (GridPosition position : GridPosition.values()) {
      Verdict verdict = position.verdict(kind, examples.of(operation).as(role));
      if (verdict != null && (verdict == Verdict.ANSWERED) == answered) {
        String token = tokens(role).grid(position.path(place)).token();
        expect(verdict, operation, role, token, role.wireName() + " " + position.words());
      }
    }
  }

  private static String withoutRoot(String path) {
    return path.substring(path.indexOf('/', 1));
  }

  private void roles(Operation operation, RightsTable.Row row, boolean answered) {
    for (Role role : Role.values()) {
      for (Position position : Position.values()) {
        Verdict verdict = row.of(role).at(position);
        if (row.walksFrom(position) && (verdict == Verdict.ANSWERED) == answered) {
          String who = role.wireName() + " " + position.words();
          expect(verdict, operation, role, tokens.get(role).get(position), who);
        }
      }
    }
  }

  private void badTokens(Operation operation, RightsTable.Row row) {
    Role role =
        row.rights().isEmpty() ? Role.SYSTEM_ADMIN : row.rights().keySet().iterator().next();
    badTokens
        .computeIfAbsent(role, RightsWalk::badTokensOf)
        .forEach(
            (kind, token) -> {
              Answer answer = send(operation, examples.of(operation).as(role), token);
              if (answer.status() != 401 || !answer.isProblem()) {
                failures.add(
                    "%s with %s: expected the problem 401, the service answered %s"
                        .formatted(operation.name(), kind, answer.brief()));
              }
            });
  }

  private static Map<String, String> badTokensOf(Role role) {
    Map<String, String> bad = new LinkedHashMap<>();
    bad.put("no token", null);
    bad.put(
        "an expired token",
        tokens(role).expiredAt(Instant.now().minus(Duration.ofMinutes(10))).token());
    bad.put(
        "a token of another issuer",
        tokens(role).claim("iss", "https://elsewhere.test/realms/hotline").token());
    bad.put("a token for another audience", tokens(role).claim("aud", "another-service").token());
    bad.put("an unsigned token", tokens(role).unsigned());
    bad.put("a tampered token", tokens(role).tampered());
    return bad;
  }

  private static TestTokens tokens(Role role) {
    return Position.THE_UNIT.tokens(role);
  }

  private void expect(Verdict verdict, Operation operation, Role role, String token, String who) {
    Example example = examples.of(operation).as(role);
    Answer answer = send(operation, example, token);
    boolean shows = example.shown() == null || answer.body().contains(example.shown());
    boolean hides = example.shown() == null || !answer.body().contains(example.shown());
    boolean asTheTableSays =
        switch (verdict) {
          case ANSWERED -> example.passes(answer.status()) && shows;
          case FORBIDDEN -> answer.status() == 403 && answer.isProblem() && hides;
          case HIDDEN -> answer.status() == 404 && answer.isProblem() && hides;
          case LEFT_OUT -> answer.isSuccess() && example.shown() != null && hides;
        };
    if (!asTheTableSays) {
      failures.add(
          "%s as %s: the table says %s, the service answered %s"
              .formatted(operation.name(), who, verdict, answer.brief()));
    }
    example.remember(answer);
  }

  private Answer send(Operation operation, Example example, String token) {
    sent++;
    return wire.send(Examples.request(operation, example).token(token));
  }
}
