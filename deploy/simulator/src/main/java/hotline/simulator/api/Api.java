package hotline.simulator.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * The public APIs behind the gateway. Whatever may have gone wrong on the way is tried again with
 * the same idempotency key, so that any process behind it may die at any moment.
 */
public final class Api {

  private static final Duration PATIENCE = Duration.ofMinutes(4);
  private static final Duration FIRST_PAUSE = Duration.ofMillis(50);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(1);
  private static final Set<Integer> PASSING = Set.of(408, 429, 500, 502, 503, 504);

  private final URI gateway;
  private final BooleanSupplier standing;
  private final Witness witness;
  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .build();
  private final ObjectMapper json = new ObjectMapper();
  private final Tokens tokens;

  /**
   * @param standing whether the stack is meant to run: when it is taken down, nobody waits for it
   */
  public Api(URI gateway, BooleanSupplier standing) {
    this(gateway, standing, Witness.NOBODY);
  }

  public Api(URI gateway, BooleanSupplier standing, Witness witness) {
    this.gateway = gateway;
    this.standing = standing;
    this.witness = witness;
    this.tokens = new Tokens(http, gateway, json);
  }

  public URI gateway() {
    return gateway;
  }

  public Witness witness() {
    return witness;
  }

  public JsonNode get(Person person, String path) throws InterruptedException {
    return json(send(person, request(path).GET()));
  }

  /** A missing node while there is none yet. */
  public JsonNode find(Person person, String path) throws InterruptedException {
    try {
      return get(person, path);
    } catch (Refused refused) {
      if (refused.status() != 404) {
        throw refused;
      }
      return MissingNode.getInstance();
    }
  }

  /** The body as it is, such as CSV. */
  public String text(Person person, String path) throws InterruptedException {
    return send(person, request(path).GET());
  }

  /**
   * An act.
   *
   * @param version of the thing that is changed; null when the act needs none
   */
  public JsonNode post(Person person, String path, String key, Long version, Object body)
      throws InterruptedException {
    HttpRequest.Builder request =
        request(path)
            .header("Content-Type", "application/json")
            .header("Idempotency-Key", key)
            .POST(HttpRequest.BodyPublishers.ofString(write(body)));
    if (version != null) {
      request.header("If-Match", "\"" + version + "\"");
    }
    witness.asks(key, path);
    long began = System.nanoTime();
    JsonNode answer = json(send(person, request));
    witness.answered(key, path, answer, System.nanoTime() - began);
    return answer;
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(gateway.resolve(path))
        .timeout(Duration.ofSeconds(30))
        .header("Accept-Language", "en");
  }

  private String send(Person person, HttpRequest.Builder request) throws InterruptedException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    long pause = FIRST_PAUSE.toMillis();
    while (true) {
      String trouble;
      try {
        if (person.signsIn()) {
          request.setHeader("Authorization", "Bearer " + tokens.of(person));
        }
        HttpRequest now = request.build();
        HttpResponse<String> answer = http.send(now, HttpResponse.BodyHandlers.ofString());
        int status = answer.statusCode();
        if (status < 300) {
          return answer.body();
        }
        trouble = now.method() + " " + now.uri().getPath() + ": " + status + " " + answer.body();
        if (status == 401) {
          tokens.forget(person);
        } else if (!PASSING.contains(status) && !stillRunning(status, answer.body())) {
          throw new Refused(now.method() + " " + now.uri().getPath(), status, problem(answer));
        }
      } catch (IOException broken) {
        trouble = gateway + ": " + broken;
      }
      if (System.nanoTime() > end || !standing.getAsBoolean()) {
        throw new GaveUp("没有答复 / No answer: " + trouble, null);
      }
      witness.repeats(trouble);
      TimeUnit.MILLISECONDS.sleep(pause + ThreadLocalRandom.current().nextLong(pause));
      pause = Math.min(pause * 2, LONGEST_PAUSE.toMillis());
    }
  }

  private boolean stillRunning(int status, String body) {
    return status == 409 && body.contains("\"still-running\"");
  }

  private JsonNode problem(HttpResponse<String> answer) {
    try {
      return json.readTree(answer.body());
    } catch (IOException notJson) {
      return json.createObjectNode().put("detail", answer.body());
    }
  }

  private JsonNode json(String body) {
    try {
      return body.isBlank() ? MissingNode.getInstance() : json.readTree(body);
    } catch (IOException e) {
      throw new GaveUp("不是 JSON / Not JSON: " + body, e);
    }
  }

  private String write(Object body) {
    try {
      return json.writeValueAsString(body);
    } catch (IOException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
