package hotline.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GatewayTest {

  private static final int BODY_LIMIT = 1000;
  private static final String INDEX = "<!doctype html><title>控制台</title>" + "<p>闭环</p>".repeat(50);

  @TempDir Path console;

  private final HttpClient client = HttpClient.newHttpClient();
  private final List<AutoCloseable> opened = new ArrayList<>();

  @BeforeEach
  void a_built_console() throws IOException {
    Files.createDirectories(console.resolve("assets"));
    Files.writeString(console.resolve("index.html"), INDEX);
    Files.writeString(console.resolve("assets/app-1a2b.js"), "console.log('闭环');".repeat(100));
  }

  @AfterEach
  void close() throws Exception {
    for (AutoCloseable each : opened) {
      each.close();
    }
  }

  @Test
  void each_path_goes_to_its_service_with_its_query_and_says_where_it_came_from() throws Exception {
    int intake = service(echo("intake"));
    int dispatch = service(echo("dispatch"));
    Gateway gateway = gateway(Map.of("INTAKE", at(intake), "DISPATCH", at(dispatch)));

    HttpResponse<String> first =
        client.send(
            request(gateway, "/intake/api/cases?q=%E8%B7%AF%E7%81%AF&limit=5")
                .header("X-Forwarded-For", "203.0.113.9")
                .header("X-Forwarded-Host", "evil.example")
                .build(),
            BodyHandlers.ofString());
    HttpResponse<String> second = get(gateway, "/dispatch");

    assertThat(first.body())
        .startsWith("intake GET /intake/api/cases?q=%E8%B7%AF%E7%81%AF&limit=5")
        .contains("X-forwarded-for=127.0.0.1")
        .contains("X-forwarded-host=hotline.example")
        .contains("X-forwarded-port=443")
        .contains("X-forwarded-proto=https")
        .doesNotContain("203.0.113.9", "evil.example");
    assertThat(second.body()).startsWith("dispatch GET /dispatch");
  }

  @Test
  void a_trusted_proxy_says_who_came_to_it() throws Exception {
    Gateway gateway =
        gateway(Map.of("INTAKE", at(service(echo("intake"))), "TRUSTED_PROXIES", "127.0.0.0/8"));

    HttpResponse<String> answer =
        client.send(
            request(gateway, "/intake/api/cases")
                .header("X-Forwarded-For", "1.2.3.4, 203.0.113.9")
                .build(),
            BodyHandlers.ofString());

    assertThat(answer.body()).contains("X-forwarded-for=203.0.113.9").doesNotContain("1.2.3.4");
  }

  @Test
  void a_path_that_only_begins_like_a_service_is_a_page_of_the_console() throws Exception {
    Gateway gateway = gateway(Map.of("INTAKE", at(service(echo("intake")))));

    assertThat(get(gateway, "/intakes").body()).isEqualTo(INDEX);
  }

  @Test
  void a_request_body_and_the_answer_pass_through_unchanged() throws Exception {
    int intake =
        service(
            exchange -> {
              byte[] body = exchange.getRequestBody().readAllBytes();
              exchange.getResponseHeaders().add("ETag", "\"7\"");
              exchange.getResponseHeaders().add("Location", "/intake/api/cases/1");
              exchange.sendResponseHeaders(201, body.length);
              exchange.getResponseBody().write(body);
            });
    Gateway gateway = gateway(Map.of("INTAKE", at(intake)));

    HttpResponse<String> answer =
        client.send(
            request(gateway, "/intake/api/cases")
                .POST(HttpRequest.BodyPublishers.ofString("{\"title\":\"路灯不亮 💡\"}"))
                .build(),
            BodyHandlers.ofString());

    assertThat(answer.statusCode()).isEqualTo(201);
    assertThat(answer.body()).isEqualTo("{\"title\":\"路灯不亮 💡\"}");
    assertThat(answer.headers().firstValue("ETag")).contains("\"7\"");
    assertThat(answer.headers().firstValue("Location")).contains("/intake/api/cases/1");
  }

  @Test
  void events_of_a_stream_arrive_one_by_one() throws Exception {
    CountDownLatch firstWasRead = new CountDownLatch(1);
    int reporting =
        service(
            exchange -> {
              exchange.getResponseHeaders().add("Content-Type", "text/event-stream");
              exchange.sendResponseHeaders(200, 0);
              OutputStream out = exchange.getResponseBody();
              out.write("data: 1\n\n".getBytes(UTF_8));
              out.flush();
              // The second event exists only after the client has read the first one.
              await(firstWasRead);
              out.write("data: 2\n\n".getBytes(UTF_8));
              out.flush();
            });
    Gateway gateway = gateway(Map.of("REPORTING", at(reporting)));

    HttpResponse<InputStream> answer =
        client.send(
            request(gateway, "/reporting/api/headline/stream").build(),
            BodyHandlers.ofInputStream());
    try (BufferedReader lines = new BufferedReader(new InputStreamReader(answer.body(), UTF_8))) {
      assertThat(lines.readLine()).isEqualTo("data: 1");
      firstWasRead.countDown();
      assertThat(lines.readLine()).isEmpty();
      assertThat(lines.readLine()).isEqualTo("data: 2");
    }
  }

  @Test
  void instances_take_turns_and_one_that_is_away_is_passed_over() throws Exception {
    int one = service(echo("one"));
    int two = service(echo("two"));
    Gateway gateway = gateway(Map.of("INTAKE", at(one) + "," + at(deserted()) + "," + at(two)));

    List<String> answered = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      HttpResponse<String> answer = get(gateway, "/intake/api/cases");
      assertThat(answer.statusCode()).isEqualTo(200);
      answered.add(answer.body().substring(0, 3));
    }

    assertThat(answered).contains("one", "two").hasSize(6);
  }

  @Test
  void a_service_that_is_away_is_a_problem_that_says_when_to_try_again() throws Exception {
    Gateway gateway = gateway(Map.of("INTAKE", at(deserted())));

    HttpResponse<String> answer =
        client.send(
            request(gateway, "/intake/api/cases")
                .POST(HttpRequest.BodyPublishers.ofString("{}"))
                .build(),
            BodyHandlers.ofString());

    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(answer.headers().firstValue("Retry-After")).contains("2");
    assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
    assertThat(answer.body()).contains("\"code\":\"service-away\"", "服务暂时不可用", "\"status\":503");
  }

  @Test
  void a_service_that_dies_before_it_answers_is_a_problem() throws Exception {
    Gateway gateway = gateway(Map.of("INTAKE", at(dying())));

    HttpResponse<String> answer = get(gateway, "/intake/api/cases");

    assertThat(answer.statusCode()).isEqualTo(502);
    assertThat(answer.headers().firstValue("Retry-After")).contains("2");
    assertThat(answer.body()).contains("\"code\":\"service-broke-off\"");
  }

  @Test
  void a_service_that_says_nothing_is_given_up() throws Exception {
    CountDownLatch over = new CountDownLatch(1);
    opened.add(over::countDown);
    int silent = service(exchange -> await(over));
    Gateway gateway = gateway(Map.of("INTAKE", at(silent), "SILENCE_SECONDS", "1"));

    HttpResponse<String> answer = get(gateway, "/intake/api/cases");

    assertThat(answer.statusCode()).isEqualTo(504);
    assertThat(answer.body()).contains("\"code\":\"service-silent\"");
  }

  @Test
  void a_body_that_is_too_large_is_refused_whether_it_says_its_length_or_not() throws Exception {
    Gateway gateway = gateway(Map.of("INTAKE", at(service(echo("intake")))));
    byte[] large = new byte[BODY_LIMIT + 1];

    HttpResponse<String> declared = post(gateway, HttpRequest.BodyPublishers.ofByteArray(large));
    HttpResponse<String> chunked =
        post(
            gateway,
            HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(large)));
    HttpResponse<String> allowed =
        post(
            gateway,
            HttpRequest.BodyPublishers.ofInputStream(
                () -> new ByteArrayInputStream(new byte[BODY_LIMIT])));

    assertThat(declared.statusCode()).isEqualTo(413);
    assertThat(declared.body()).contains("\"code\":\"body-too-large\"");
    assertThat(chunked.statusCode()).isEqualTo(413);
    assertThat(allowed.statusCode()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"?q=%zz", "?q=5%", "?q=%u8def", "/%2", "?q=a|b", "?q=\"a\""})
  void an_address_that_is_not_well_formed_is_told_how_it_is_written(String end) throws Exception {
    Gateway gateway = gateway(Map.of("INTAKE", at(service(echo("intake")))));

    String answer =
        raw(
            gateway,
            "GET /intake/api/cases" + end + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");

    assertThat(answer)
        .startsWith("HTTP/1.1 400")
        .contains("application/problem+json", "\"code\":\"bad-address\"", "%25");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/intake/q/metrics",
        "/intake/q/health/ready",
        "/intake/q/health",
        "/intake/q",
        "/intake/q/",
        "/intake/%71/metrics",
        "/intake//q//metrics",
        "/intake/./q/metrics",
        "/intake/%2e/q/metrics",
        "/intake/api/%2E%2E/q/metrics",
        "/intake/api/../q/metrics",
        "/intake/q/health/live/../ready",
        "/intake/q%2Fmetrics"
      })
  void what_is_for_those_who_run_the_services_is_not_there_from_outside(String path)
      throws Exception {
    Gateway gateway = gateway(Map.of("INTAKE", at(service(echo("intake")))));

    String answer =
        raw(gateway, "GET " + path + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");

    assertThat(answer).startsWith("HTTP/1.1 404").contains("application/problem+json");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/intake/q/health/live", "/intake/q/openapi", "/intake/api/q/cases"})
  void whether_a_service_lives_and_what_its_api_is_may_be_asked(String path) throws Exception {
    Gateway gateway = gateway(Map.of("INTAKE", at(service(echo("intake")))));

    assertThat(get(gateway, path).statusCode()).isEqualTo(200);
  }

  @Test
  void a_page_is_checked_each_time_and_a_hashed_asset_never_again() throws Exception {
    Gateway gateway = gateway(Map.of());

    HttpResponse<String> page = get(gateway, "/");
    HttpResponse<String> asset = get(gateway, "/assets/app-1a2b.js");
    HttpResponse<String> again =
        client.send(
            request(gateway, "/")
                .header("If-None-Match", page.headers().firstValue("ETag").orElseThrow())
                .build(),
            BodyHandlers.ofString());

    assertThat(page.headers().firstValue("Cache-Control")).contains("no-cache");
    assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
        .contains("default-src 'none'", "script-src 'self'", "frame-ancestors 'none'")
        .doesNotContain("unsafe-eval");
    assertThat(page.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
    assertThat(asset.headers().firstValue("Cache-Control").orElseThrow()).contains("immutable");
    assertThat(again.statusCode()).isEqualTo(304);
  }

  @Test
  void a_page_of_the_console_gets_the_index_and_a_missing_asset_does_not() throws Exception {
    Gateway gateway = gateway(Map.of());

    assertThat(get(gateway, "/workbench/assignments/42").body()).isEqualTo(INDEX);
    assertThat(get(gateway, "/assets/gone-9.js").statusCode()).isEqualTo(404);
    assertThat(get(gateway, "/../pom.xml").statusCode()).isIn(400, 404);
    assertThat(get(gateway, "/%2e%2e/secret.txt").statusCode()).isIn(400, 404);
  }

  @Test
  void files_are_compressed_for_those_who_can_read_it() throws Exception {
    Gateway gateway = gateway(Map.of());

    HttpResponse<InputStream> answer =
        client.send(
            request(gateway, "/").header("Accept-Encoding", "gzip").build(),
            BodyHandlers.ofInputStream());

    assertThat(answer.headers().firstValue("Content-Encoding")).contains("gzip");
    assertThat(answer.headers().firstValue("Vary")).contains("Accept-Encoding");
    assertThat(new String(new GZIPInputStream(answer.body()).readAllBytes(), UTF_8))
        .isEqualTo(INDEX);
  }

  @Test
  void a_page_asked_for_by_number_moves_to_the_name_that_sign_in_knows() throws Exception {
    Gateway gateway = gateway(Map.of());
    HttpRequest byNumber =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + gateway.port() + "/track?no=1"))
            .build();

    HttpResponse<String> answer = client.send(byNumber, BodyHandlers.ofString());

    assertThat(answer.statusCode()).isEqualTo(302);
    assertThat(answer.headers().firstValue("Location"))
        .contains("https://hotline.example/track?no=1");
  }

  private HttpResponse<String> post(Gateway gateway, HttpRequest.BodyPublisher body)
      throws Exception {
    return client.send(
        request(gateway, "/intake/api/case-imports").POST(body).build(), BodyHandlers.ofString());
  }

  private HttpResponse<String> get(Gateway gateway, String path) throws Exception {
    return client.send(request(gateway, path).build(), BodyHandlers.ofString());
  }

  /** The request as it stands: a client that knows how an address is written would not send it. */
  private static String raw(Gateway gateway, String request) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), gateway.port())) {
      socket.setSoTimeout(20_000);
      socket.getOutputStream().write(request.getBytes(UTF_8));
      return new String(socket.getInputStream().readAllBytes(), UTF_8);
    }
  }

  private static HttpRequest.Builder request(Gateway gateway, String path) {
    return HttpRequest.newBuilder(URI.create("http://localhost:" + gateway.port() + path))
        .timeout(Duration.ofSeconds(20));
  }

  private Gateway gateway(Map<String, String> settings) throws Exception {
    Map<String, String> environment = new TreeMap<>();
    environment.put("HOTLINE_ORIGIN", "https://hotline.example");
    environment.put("HOTLINE_GATEWAY_CONSOLE", console.toString());
    environment.put("HOTLINE_GATEWAY_BODY_LIMIT", Integer.toString(BODY_LIMIT));
    environment.put("HOTLINE_PORT", "0");
    settings.forEach((key, value) -> environment.put("HOTLINE_GATEWAY_" + key, value));
    Gateway gateway = new Gateway(GatewaySettings.from(environment)).start();
    opened.add(gateway);
    return gateway;
  }

  private int service(HttpHandler handler) throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    var threads = Executors.newCachedThreadPool();
    server.setExecutor(threads);
    server.createContext(
        "/",
        exchange -> {
          try (exchange) {
            handler.handle(exchange);
          }
        });
    server.start();
    opened.add(
        () -> {
          server.stop(0);
          threads.shutdownNow();
        });
    return server.getAddress().getPort();
  }

  /** A service that accepts a connection, reads a little, and is gone. */
  private int dying() throws IOException {
    ServerSocket listener = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
    opened.add(listener);
    Thread accepting =
        new Thread(
            () -> {
              while (!listener.isClosed()) {
                try (var socket = listener.accept()) {
                  socket.getInputStream().read();
                } catch (IOException closed) {
                  return;
                }
              }
            });
    accepting.setDaemon(true);
    accepting.start();
    return listener.getLocalPort();
  }

  /** A port on which nobody listens. */
  private static int deserted() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private static HttpHandler echo(String name) {
    return exchange -> {
      exchange.getRequestBody().readAllBytes();
      byte[] body = (name + " " + seen(exchange)).getBytes(UTF_8);
      exchange.sendResponseHeaders(200, body.length);
      exchange.getResponseBody().write(body);
    };
  }

  private static String seen(HttpExchange exchange) {
    StringBuilder seen = new StringBuilder();
    seen.append(exchange.getRequestMethod()).append(' ').append(exchange.getRequestURI());
    exchange
        .getRequestHeaders()
        .forEach((header, values) -> seen.append(' ').append(header + "=" + values.get(0)));
    return seen.toString();
  }

  private static void await(CountDownLatch latch) {
    try {
      if (!latch.await(10, TimeUnit.SECONDS)) {
        throw new IllegalStateException("not in time");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static String at(int port) {
    return "http://127.0.0.1:" + port;
  }
}
