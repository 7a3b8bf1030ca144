package hotline.simulator.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Access tokens of the simulator's people, signed in anew before each one ends. */
final class Tokens {

  private static final Duration MARGIN = Duration.ofSeconds(60);

  private record Token(String value, long endsAtNanos) {}

  private final HttpClient http;
  private final URI endpoint;
  private final ObjectMapper json;
  private final Map<String, Token> tokens = new ConcurrentHashMap<>();

  Tokens(HttpClient http, URI gateway, ObjectMapper json) {
    this.http = http;
    this.endpoint = gateway.resolve("/auth/realms/hotline/protocol/openid-connect/token");
    this.json = json;
  }

  String of(Person person) throws IOException, InterruptedException {
    Token token = tokens.get(person.login());
    if (token == null || token.endsAtNanos() - System.nanoTime() < MARGIN.toNanos()) {
      token = signIn(person);
    }
    return token.value();
  }

  /** After a refusal: perhaps the identity provider was replaced. */
  void forget(Person person) {
    tokens.remove(person.login());
  }

  private synchronized Token signIn(Person person) throws IOException, InterruptedException {
    Token known = tokens.get(person.login());
    if (known != null && known.endsAtNanos() - System.nanoTime() > MARGIN.toNanos()) {
      return known;
    }
    HttpRequest request =
        HttpRequest.newBuilder(endpoint)
            .timeout(Duration.ofSeconds(20))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(
                HttpRequest.BodyPublishers.ofString(
                    "grant_type=password&client_id=simulator&username="
                        + URLEncoder.encode(person.login(), StandardCharsets.UTF_8)
                        + "&password="
                        + Person.PASSWORD))
            .build();
    HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
    if (answer.statusCode() != 200) {
      throw new IOException(
          "无法登录 / Not signed in as "
              + person.login()
              + ": "
              + answer.statusCode()
              + " "
              + answer.body());
    }
    JsonNode body = json.readTree(answer.body());
    Token token =
        new Token(
            body.path("access_token").asText(),
            System.nanoTime() + Duration.ofSeconds(body.path("expires_in").asLong()).toNanos());
    tokens.put(person.login(), token);
    return token;
  }
}
