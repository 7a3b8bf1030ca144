package hotline.simulator.replay;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import hotline.relay.quarkus.SimulatedClock;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** The four APIs in memory, one case after the other, with a service that stumbles now and then. */
final class TinyCity implements AutoCloseable {

  /** Something a desk did, at the time of the simulated clock. */
  record Act(String ref, String name, Instant at, JsonNode body) {}

  private static final class OneCase {
    final String ref;
    final String id = UUID.randomUUID().toString();
    final String assignment = UUID.randomUUID().toString();
    final String callback = UUID.randomUUID().toString();
    String assignmentStatus = "NONE";
    String callbackStatus = "NONE";
    int round = 1;
    int attempts;
    long version = 1;

    OneCase(String ref) {
      this.ref = ref;
    }
  }

  private final ObjectMapper json = new ObjectMapper();
  private final Map<String, OneCase> cases = new LinkedHashMap<>();
  private final Map<String, String> answers = new LinkedHashMap<>();
  private final List<Act> acts = new CopyOnWriteArrayList<>();
  private final AtomicInteger requests = new AtomicInteger();
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final HttpServer server;
  private final Path clock;
  private final int stumbleEvery;

  TinyCity(Path clock, int stumbleEvery) throws IOException {
    this.clock = clock;
    this.stumbleEvery = stumbleEvery;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/", this::handle);
    server.start();
  }

  URI gateway() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  List<Act> acts() {
    return acts;
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      String path = exchange.getRequestURI().getPath();
      byte[] body = exchange.getRequestBody().readAllBytes();
      boolean stumbles =
          requests.incrementAndGet() % stumbleEvery == 0 && !path.startsWith("/auth");
      String answer;
      synchronized (this) {
        answer = exchange.getRequestMethod().equals("GET") ? read(path) : act(exchange, path, body);
      }
      // It was stored, but whoever asked does not hear it.
      send(exchange, stumbles ? 503 : 200, stumbles ? "{}" : answer);
    }
  }

  private String read(String path) {
    ObjectNode answer = json.createObjectNode();
    ArrayNode items = answer.putArray("items");
    if (path.endsWith("/reference/categories")) {
      items.addObject().put("code", "010101").put("nameZh", "道路破损").put("parentCode", "0101");
    } else if (path.endsWith("/reference/places")) {
      items.addObject().put("code", "370281001").put("level", "street");
    } else if (path.endsWith("/assignments")) {
      cases.values().stream()
          .filter(one -> one.assignmentStatus.equals("PENDING_SIGN"))
          .forEach(one -> assignment(one, items.addObject()));
    } else if (path.endsWith("/callbacks")) {
      cases.values().stream()
          .filter(one -> one.callbackStatus.equals("OPEN"))
          .forEach(one -> callback(one, items.addObject()));
    } else if (path.startsWith("/dispatch/api/cases/")) {
      OneCase one = byId(path);
      ArrayNode assignments = answer.putArray("assignments");
      if (!one.assignmentStatus.equals("NONE")) {
        assignment(one, assignments.addObject());
      }
    }
    return answer.toString();
  }

  private OneCase byId(String path) {
    return cases.values().stream()
        .filter(
            one ->
                path.contains(one.id)
                    || path.contains(one.assignment)
                    || path.contains(one.callback))
        .findFirst()
        .orElseThrow();
  }

  private void assignment(OneCase one, ObjectNode item) {
    item.put("assignmentId", one.assignment).put("caseId", one.id).put("round", one.round);
    item.put("role", "LEAD").put("status", one.assignmentStatus).put("version", one.version);
  }

  private void callback(OneCase one, ObjectNode item) {
    item.put("callbackId", one.callback).put("caseId", one.id).put("round", one.round);
    item.put("status", one.callbackStatus).put("attempts", one.attempts);
    item.put("version", one.version);
  }

  private String act(HttpExchange exchange, String path, byte[] body) throws IOException {
    if (path.startsWith("/auth")) {
      return "{\"access_token\":\"t\",\"expires_in\":900}";
    }
    JsonNode form = json.readTree(body);
    if (path.equals("/intake/api/track")) {
      return ownPage(cases.get(form.path("caseNo").asText()));
    }
    String key = exchange.getRequestHeaders().getFirst("Idempotency-Key");
    String known = answers.get(key);
    if (known != null) {
      return known;
    }
    OneCase one;
    if (path.equals("/intake/api/cases")) {
      one = cases.computeIfAbsent(form.path("externalRef").asText(), OneCase::new);
    } else if (path.startsWith("/intake/api/track/")) {
      one = cases.get(form.path("caseNo").asText());
    } else {
      one = byId(path);
    }
    String name = path.substring(path.lastIndexOf('/') + 1);
    acts.add(new Act(one.ref, name, SimulatedClock.open(clock).instant(), form));
    String answer = move(one, name, form).toString();
    answers.put(key, answer);
    return answer;
  }

  private String ownPage(OneCase one) {
    ObjectNode answer = json.createObjectNode();
    if (one.callbackStatus.equals("OPEN")) {
      answer.putObject("rating").put("round", one.round).put("state", "OPEN");
    }
    return answer.toString();
  }

  private ObjectNode move(OneCase one, String name, JsonNode form) {
    one.version++;
    ObjectNode answer = json.createObjectNode();
    switch (name) {
      case "cases", "split" -> answer.put("status", "REGISTERED");
      case "acceptance" -> {
        one.assignmentStatus = "PENDING_SIGN";
        answer.put("status", "PENDING_DISPATCH");
      }
      case "direct-answer" -> {
        one.round = 0;
        one.callbackStatus = "OPEN";
        answer.put("status", "ANSWERED_DIRECT");
      }
      case "signature" -> one.assignmentStatus = "SIGNED";
      case "contact-attempts" -> one.assignmentStatus = "CONTACTED";
      case "replies" -> one.assignmentStatus = "REPLY_SUBMITTED";
      case "reviews" -> {
        one.assignmentStatus = "DONE";
        one.callbackStatus = "OPEN";
        one.attempts = 0;
      }
      case "attempts" -> one.attempts++;
      case "evaluation", "rating" -> {
        boolean again = form.path("reason").asText().equals("UNIT");
        one.callbackStatus = "EVALUATED";
        if (again) {
          one.round++;
          one.assignmentStatus = "PENDING_SIGN";
        }
      }
      case "withdrawal" -> answer.put("status", "WITHDRAWN");
      default -> throw new IllegalArgumentException(name);
    }
    answer.put("caseId", one.id).put("caseNo", one.ref).put("queryCode", "7K3M9P");
    answer.put("version", one.version);
    if (name.equals("attempts") || name.equals("evaluation")) {
      answer.put("status", one.callbackStatus).put("attempts", one.attempts);
    } else if (!answer.has("status")) {
      answer.put("status", one.assignmentStatus);
    }
    return answer;
  }

  private static void send(HttpExchange exchange, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().add("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
