package hotline.localservers;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The telephones of the local stack, to look at: {@code GET /messages?to=13800001234} tells what
 * arrived, as JSON, the oldest first; {@code POST /replies?from=13800001234} with a text answers.
 * On this machine only.
 */
public final class HandsetsOverHttp {
  private static final int LONGEST_REPLY = 4_000;

  private final Handsets handsets;
  private final HttpServer http;

  HandsetsOverHttp(Handsets handsets, int port) throws IOException {
    this.handsets = handsets;
    this.http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    http.createContext("/messages", this::messages);
    http.createContext("/replies", this::reply);
    http.createContext("/health", exchange -> answer(exchange, 200, "{}"));
  }

  HandsetsOverHttp start() {
    http.start();
    return this;
  }

  private void messages(HttpExchange exchange) throws IOException {
    String to = query(exchange).get("to");
    String all =
        (to == null ? handsets.arrived() : handsets.arrived(to))
            .stream()
                .map(
                    one ->
                        "{\"id\":"
                            + quoted(one.id())
                            + ",\"to\":"
                            + quoted(one.to())
                            + ",\"from\":"
                            + quoted(one.from())
                            + ",\"text\":"
                            + quoted(one.text())
                            + "}")
                .collect(Collectors.joining(",", "[", "]"));
    answer(exchange, 200, all);
  }

  private void reply(HttpExchange exchange) throws IOException {
    String from = query(exchange).get("from");
    if (from == null || !exchange.getRequestMethod().equals("POST")) {
      answer(exchange, 400, "{}");
      return;
    }
    String text =
        new String(exchange.getRequestBody().readNBytes(LONGEST_REPLY), StandardCharsets.UTF_8);
    try {
      handsets.reply(from, text, null);
      answer(exchange, 200, "{}");
    } catch (IOException nobody) {
      answer(exchange, 503, "{}");
    }
  }

  private static Map<String, String> query(HttpExchange exchange) {
    Map<String, String> told = new HashMap<>();
    String query = exchange.getRequestURI().getRawQuery();
    for (String pair : query == null ? new String[0] : query.split("&")) {
      int is = pair.indexOf('=');
      if (is > 0) {
        told.put(
            pair.substring(0, is),
            URLDecoder.decode(pair.substring(is + 1), StandardCharsets.UTF_8));
      }
    }
    return told;
  }

  private static String quoted(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        quoted.append('\\').append(c);
      } else if (c < ' ') {
        quoted.append(String.format("\\u%04x", (int) c));
      } else {
        quoted.append(c);
      }
    }
    return quoted.append('"').toString();
  }

  private static void answer(HttpExchange exchange, int status, String json) throws IOException {
    byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json; charset=utf-8");
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  /** Ports of the gateway and of the telephones. */
  public static void main(String[] ports) throws IOException {
    Handsets handsets = new Handsets(Integer.parseInt(ports[0]), Clock.systemUTC()).start();
    new HandsetsOverHttp(handsets, Integer.parseInt(ports[1])).start();
  }
}
