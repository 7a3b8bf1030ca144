package hotline.access.testing.proofs;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import hotline.access.Role;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.jboss.logging.Logger;

/**
 * Sends right requests with something wrong in them, as somebody who may, and judges each answer:
 * nothing is the service's fault, every refusal is a whole problem document that tells nothing of
 * the inside or of people, and what was refused changed nothing.
 *
 * <p>{@code -Dfuzz.requests=10000} sends that many, {@code -Dfuzz.seed=} others; a failure prints
 * both with the request, and {@code -Dfuzz.only=} sends one of them again.
 */
public final class Fuzz {
  private static final Logger LOG = Logger.getLogger(Fuzz.class);
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int USUAL_REQUESTS = 200;
  private static final long USUAL_SEED = 12345;
  private static final int STATE_EVERY = 12;
  private static final int TRIES = 3;
  private static final Pattern INSIDE =
      Pattern.compile(
          "\\bjavax?\\.|jakarta\\.|io\\.(quarkus|vertx|netty|smallrye)|org\\.(hibernate|jboss|postgresql|apache)"
              + "|com\\.fasterxml|hotline\\.[a-z]+\\.|Exception|\\bat [a-z]+\\.[\\w.$]+\\(|SQLSTATE|violates"
              + "|(?i:\\b(select|insert into|delete from)\\b.{1,80}\\b(from|values|where)\\b)");

  private final ApiFile api;
  private final RightsTable table;
  private final Examples examples;
  private final Wire wire;
  private final DataSource database;
  private final List<String> secrets = new ArrayList<>();
  private final Set<String> traces = new HashSet<>();
  private final List<String> failures = new ArrayList<>();
  private final Map<Integer, Integer> answers = new TreeMap<>();
  private final List<Long> micros = new ArrayList<>();
  private final long seed = Long.getLong("fuzz.seed", USUAL_SEED);

  public Fuzz(ApiFile api, RightsTable table, Examples examples, URI service, DataSource database) {
    this.api = api;
    this.table = table;
    this.examples = examples;
    this.wire = new Wire(service);
    this.database = database;
  }

  /** Marks of people that no refusal may tell. */
  public Fuzz keepingSecret(String... marks) {
    secrets.addAll(Arrays.asList(marks));
    return this;
  }

  /** Tables that remember who was refused. */
  public Fuzz leavingTraceIn(String... traceTables) {
    traces.addAll(Arrays.asList(traceTables));
    return this;
  }

  /** One report for each answer that is not as it should be, with how to send its request again. */
  public List<String> failures() {
    List<Operation> operations =
        api.operations().stream().filter(each -> table.row(each.name()) != null).toList();
    int only = Integer.getInteger("fuzz.only", -1);
    int requests = Integer.getInteger("fuzz.requests", USUAL_REQUESTS);
    LOG.infof("fuzz.seed=%d fuzz.requests=%d", seed, requests);
    for (int number = 0; number < requests; number++) {
      if (only < 0 || only == number) {
        one(number, operations);
      }
    }
    List<Long> sorted = micros.stream().sorted().toList();
    LOG.infof(
        "fuzz.seed=%d: answers by status %s, half of them within %d us, 99 of 100 within %d us",
        seed, answers, sorted.get(sorted.size() / 2), sorted.get(sorted.size() * 99 / 100));
    return failures;
  }

  private void one(int number, List<Operation> operations) {
    Random random = new Random(seed * 1_000_003 + number);
    // The first numbers of seeds that lie side by side are alike.
    random.nextLong();
    Operation operation = operations.get(random.nextInt(operations.size()));
    if (operation.bodies().isEmpty()) {
      // Most of what can go wrong goes wrong in a body.
      operation = operations.get(random.nextInt(operations.size()));
    }
    Role role = roleOf(operation, random);
    Example example = examples.of(operation).as(role);
    Request request =
        Examples.request(operation, example)
            // Many people at many desks: how often one of them may ask is not what is tried.
            .header("X-Forwarded-For", "10.1." + number / 256 % 256 + "." + number % 256)
            .token(Position.ABOVE.tokens(role).claim("sub", "fuzz-" + number / 40).token());
    Spoiler spoiler = new Spoiler(random);
    spoiler.spoil(operation, example, request);
    boolean watched = number % STATE_EVERY == 0 && !operation.method().equals("GET");
    DatabaseState before = watched ? DatabaseState.of(database) : null;
    long began = System.nanoTime();
    Answer answer = wire.send(request);
    micros.add((System.nanoTime() - began) / 1000);
    answers.merge(answer.status(), 1, Integer::sum);
    boolean isHttp = spoiler.isHttp() && request.target().length() < Spoiler.LONGEST_LINE;
    List<String> wrong = new ArrayList<>(judged(request, answer, isHttp));
    if (watched && !answer.isSuccess()) {
      wrong.addAll(changes(request, before));
    }
    if (!wrong.isEmpty()) {
      failures.add(
          "%s as %s: %s%n-Dfuzz.seed=%d -Dfuzz.requests=%d -Dfuzz.only=%d%n%s%nanswered %s"
              .formatted(
                  operation.name(),
                  role.wireName(),
                  wrong,
                  seed,
                  number + 1,
                  number,
                  request,
                  answer));
    }
    example.remember(answer);
  }

  private Role roleOf(Operation operation, Random random) {
    List<Role> may = new ArrayList<>(table.row(operation.name()).rights().keySet());
    return may.isEmpty() ? Role.SYSTEM_ADMIN : may.get(random.nextInt(may.size()));
  }

  /** A change by the log or a timer happens once; that of a refused request each time. */
  private List<String> changes(Request request, DatabaseState first) {
    DatabaseState before = first;
    for (int tried = 0; ; tried++) {
      DatabaseState after = DatabaseState.of(database);
      List<String> changed = new ArrayList<>(after.changedSince(before));
      changed.removeAll(traces);
      if (changed.isEmpty()) {
        return List.of();
      }
      if (tried == TRIES) {
        return List.of("it was refused and yet changed " + changed);
      }
      before = DatabaseState.of(database);
      wire.send(request);
    }
  }

  private List<String> judged(Request request, Answer answer, boolean isHttp) {
    if (answer.status() == 0) {
      boolean gaveUp = request.isCutOff() || !isHttp || isOverLimit(request);
      return gaveUp ? List.of() : List.of("there was no answer");
    }
    if (answer.status() >= 500) {
      return List.of("the service blames itself");
    }
    if (answer.status() < 400 || request.method().equals("HEAD")) {
      return List.of();
    }
    if (!isHttp && answer.body().isEmpty()) {
      // Refused by the server before any service: a request line or header that is none.
      return List.of();
    }
    return problem(answer);
  }

  private static boolean isOverLimit(Request request) {
    return request.body() != null && request.body().length > 2 << 20;
  }

  private List<String> problem(Answer answer) {
    List<String> wrong = new ArrayList<>();
    if (!answer.isProblem()) {
      return List.of("the refusal is no problem document");
    }
    try {
      JsonNode problem = JSON.readTree(answer.body());
      for (String member : new String[] {"type", "title", "status", "instance", "code"}) {
        if (problem.path(member).asText("").isEmpty()) {
          wrong.add("the problem has no " + member);
        }
      }
      if (problem.path("status").asInt() != answer.status()) {
        wrong.add("the problem names another status");
      }
      if (answer.status() == 405 && answer.header("Allow") == null) {
        wrong.add("405 does not say what is allowed");
      }
      Matcher inside = INSIDE.matcher(told(problem));
      if (inside.find()) {
        wrong.add("the problem tells of the inside: " + inside.group());
      }
    } catch (JsonProcessingException e) {
      wrong.add("the problem is no JSON");
    }
    for (String secret : secrets) {
      if (answer.body().contains(secret)) {
        wrong.add("the problem tells " + secret);
      }
    }
    return wrong;
  }

  /** Without what is an echo of the request: its address and the names of its fields. */
  private static String told(JsonNode problem) {
    ObjectNode own = problem.deepCopy();
    own.remove("instance");
    own.path("violations").forEach(each -> ((ObjectNode) each).remove("field"));
    return own.toString();
  }
}
