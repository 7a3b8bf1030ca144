package hotline.simulator.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import hotline.simulator.api.Api;
import hotline.simulator.knowledge.DemonstrationKnowledge.Filled;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemonstrationKnowledgeTest {
  private final AtomicInteger looks = new AtomicInteger();
  private HttpServer server;

  @TempDir Path folder;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::handle);
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void it_begins_when_the_directory_is_whole_and_a_refused_item_stops_no_other() throws Exception {
    Path file = folder.resolve("knowledge.csv");
    Files.writeString(
        file,
        "owner,title,questions,answer,notes,categories,review_in_days\n"
            + "cg,甲,,答复,,0101,30\n"
            + "ga,拒收,,答复,,,30\n"
            + "ga,乙,,答复,,,30\n");
    URI gateway = URI.create("http://127.0.0.1:" + server.getAddress().getPort());

    Filled filled = new DemonstrationKnowledge(new Api(gateway, () -> true)).fill(file);

    assertThat(filled.published()).isEqualTo(2);
    assertThat(filled.refused()).singleElement().asString().startsWith("拒收");
    assertThat(looks.get()).isGreaterThanOrEqualTo(4);
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      String path = exchange.getRequestURI().getPath();
      String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      String answer = "{\"code\":\"ZSK-000001\",\"revision\":1,\"items\":[]}";
      if (path.startsWith("/auth")) {
        answer = "{\"access_token\":\"t\",\"expires_in\":300}";
      } else if (path.endsWith("/reference/units")) {
        // Twice the same part of it: that is not the whole.
        answer =
            looks.incrementAndGet() < 4
                ? "{\"items\":[{\"code\":\"cg\"}]}"
                : "{\"items\":[{\"code\":\"cg\"},{\"code\":\"ga\"}]}";
      } else if (path.endsWith("/reference/categories")) {
        answer = "{\"items\":[{\"code\":\"0101\"}]}";
      }
      int status =
          body.contains("拒收") || looks.get() < 4 && path.endsWith("/knowledge") ? 400 : 200;
      byte[] bytes = answer.getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().add("Content-Type", "application/json");
      exchange.sendResponseHeaders(status, bytes.length);
      exchange.getResponseBody().write(bytes);
    }
  }
}
