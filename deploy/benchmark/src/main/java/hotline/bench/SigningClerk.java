package hotline.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.Recorder;

/** Signs one task after the other, a few dozen a second, and notes how long each takes. */
final class SigningClerk implements AutoCloseable {

  private static final Duration PAUSE = Duration.ofMillis(15);

  private final HttpClient http = HttpClient.newHttpClient();
  private final URI service;
  private final String token;
  private final List<String> tasks;
  private final Recorder micros = new Recorder(3);
  private final Thread thread = new Thread(this::work, "signing-clerk");
  private volatile boolean working = true;
  private volatile int refused;

  SigningClerk(OwnServers servers, String instance, List<String> tasks) throws IOException {
    this.service = servers.address(instance);
    this.token = servers.signer().token("clerk", "clerk");
    this.tasks = tasks;
    thread.setDaemon(true);
  }

  void start() {
    thread.start();
  }

  /** Microseconds of each signature since the last call. */
  Histogram window() {
    return micros.getIntervalHistogram();
  }

  int refused() {
    return refused;
  }

  private void work() {
    try {
      for (String task : tasks) {
        if (!working) {
          return;
        }
        long began = System.nanoTime();
        if (sign(task) != 200) {
          refused++;
        }
        micros.recordValue((System.nanoTime() - began) / 1000);
        TimeUnit.MILLISECONDS.sleep(PAUSE.toMillis());
      }
    } catch (IOException broken) {
      refused++;
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
    }
  }

  private int sign(String task) throws IOException, InterruptedException {
    return http.send(
            HttpRequest.newBuilder(
                    service.resolve("/dispatch/api/assignments/" + task + "/signature"))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .header("If-Match", "\"0\"")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .POST(HttpRequest.BodyPublishers.ofString("{}"))
                .build(),
            HttpResponse.BodyHandlers.discarding())
        .statusCode();
  }

  @Override
  public void close() {
    working = false;
    try {
      thread.join();
    } catch (InterruptedException hurry) {
      Thread.currentThread().interrupt();
    }
  }
}
