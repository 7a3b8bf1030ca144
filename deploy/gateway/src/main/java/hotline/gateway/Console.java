package hotline.gateway;

import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The console's files, held in memory. A path that is no file is one of the console's own pages and
 * gets {@code index.html}; a missing asset is missing, or an old page would load HTML as a script.
 */
final class Console {

  private static final String INDEX = "/index.html";
  private static final String CONTENT_SECURITY_POLICY =
      String.join(
          "; ",
          "default-src 'none'",
          "script-src 'self'",
          // Element Plus and ECharts place things with style attributes.
          "style-src 'self' 'unsafe-inline'",
          "img-src 'self' data: blob:",
          "font-src 'self' data:",
          "connect-src 'self'",
          "manifest-src 'self'",
          "worker-src 'self'",
          "base-uri 'none'",
          "form-action 'self'",
          "frame-ancestors 'none'");

  private final Vertx vertx;
  private final Path folder;
  private final String canonicalHost;
  private final String origin;
  private volatile Map<String, ConsoleFile> files = Map.of();
  private volatile long loadedFrom;

  Console(Vertx vertx, GatewaySettings settings) {
    this.vertx = vertx;
    this.folder = settings.console();
    this.origin = settings.origin().toString();
    this.canonicalHost = settings.origin().getAuthority();
    reload();
    // A console that is built again is served at once, without a restart of the gateway.
    vertx.setPeriodic(1000, tick -> vertx.executeBlocking(this::reload));
  }

  void handle(HttpServerRequest request) {
    if (request.method() != HttpMethod.GET && request.method() != HttpMethod.HEAD) {
      Answers.problemAndClose(request, Problem.METHOD_NOT_ALLOWED);
      return;
    }
    String path = request.path() == null ? "/" : request.path();
    ConsoleFile file = files.get(path.equals("/") ? INDEX : path);
    if (file == null && !path.substring(path.lastIndexOf('/')).contains(".")) {
      file = files.get(INDEX);
    }
    if (file == null) {
      missing(request, path);
    } else if (elsewhere(request, file)) {
      // The identity provider knows one origin only: signing in from another name would fail.
      request
          .response()
          .setStatusCode(302)
          .putHeader(HttpHeaders.LOCATION, origin + request.uri())
          .end();
    } else {
      send(request, file);
    }
  }

  private boolean elsewhere(HttpServerRequest request, ConsoleFile file) {
    String host = request.getHeader(HttpHeaders.HOST);
    return file.type().startsWith("text/html")
        && host != null
        && host.startsWith("127.0.0.1")
        && !host.equals(canonicalHost);
  }

  private void missing(HttpServerRequest request, String path) {
    if (files.isEmpty() && path.equals("/")) {
      request
          .response()
          .putHeader(HttpHeaders.CONTENT_TYPE, "text/plain; charset=utf-8")
          .end(
              "控制台尚未构建（--no-console）。接口：/intake /dispatch /evaluation /reporting\n"
                  + "The console is not built (--no-console). The APIs are at /intake /dispatch"
                  + " /evaluation /reporting\n");
      return;
    }
    Answers.problem(request, Problem.NO_SUCH_FILE);
  }

  private static void send(HttpServerRequest request, ConsoleFile file) {
    HttpServerResponse response = request.response();
    MultiMap headers = response.headers();
    headers.set(HttpHeaders.CONTENT_TYPE, file.type());
    headers.set(HttpHeaders.ETAG, file.etag());
    headers.set(HttpHeaders.VARY, "Accept-Encoding");
    headers.set(
        HttpHeaders.CACHE_CONTROL,
        file.hashed() ? "public, max-age=31536000, immutable" : "no-cache");
    headers.set("Content-Security-Policy", CONTENT_SECURITY_POLICY);
    headers.set("X-Content-Type-Options", "nosniff");
    headers.set("Referrer-Policy", "same-origin");
    headers.set("Permissions-Policy", "camera=(), microphone=(), geolocation=()");
    headers.set("Cross-Origin-Opener-Policy", "same-origin");
    if (file.etag().equals(request.getHeader(HttpHeaders.IF_NONE_MATCH))) {
      response.setStatusCode(304).end();
      return;
    }
    byte[] body = encode(request, headers, file);
    headers.set(HttpHeaders.CONTENT_LENGTH, Integer.toString(body.length));
    if (request.method() == HttpMethod.HEAD) {
      response.end();
    } else {
      response.end(Buffer.buffer(body));
    }
  }

  private static byte[] encode(HttpServerRequest request, MultiMap headers, ConsoleFile file) {
    String accepted = request.getHeader(HttpHeaders.ACCEPT_ENCODING);
    if (accepted != null && accepted.contains("br") && file.brotli() != null) {
      headers.set(HttpHeaders.CONTENT_ENCODING, "br");
      return file.brotli();
    }
    if (accepted != null && accepted.contains("gzip") && file.gzip() != null) {
      headers.set(HttpHeaders.CONTENT_ENCODING, "gzip");
      return file.gzip();
    }
    return file.plain();
  }

  private synchronized Void reload() {
    try {
      Path index = folder == null ? null : folder.resolve("index.html");
      if (index == null || !Files.exists(index)) {
        files = Map.of();
        loadedFrom = 0;
        return null;
      }
      long built = Files.getLastModifiedTime(index).toMillis();
      if (built != loadedFrom) {
        files = read();
        loadedFrom = built;
      }
      return null;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Map<String, ConsoleFile> read() throws IOException {
    Map<String, ConsoleFile> read = new HashMap<>();
    try (Stream<Path> paths = Files.walk(folder)) {
      for (Path path : paths.filter(Files::isRegularFile).toList()) {
        String name = "/" + folder.relativize(path).toString().replace('\\', '/');
        if (!name.endsWith(".br") && !name.endsWith(".gz")) {
          read.put(name, ConsoleFile.read(folder, path));
        }
      }
    }
    return read;
  }
}
