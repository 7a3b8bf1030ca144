package hotline.drill;

import com.fasterxml.jackson.databind.JsonNode;
import hotline.simulator.api.Witness;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/**
 * What the clients asked and what they were told, written down before sending and after the answer:
 * the one witness that none of the processes under test can talk to.
 */
final class History implements Witness, AutoCloseable {

  /**
   * An act that was answered with success.
   *
   * @param act last part of its path, such as {@code replies}
   * @param about id of the thing: a case, an assignment or a callback
   */
  record Step(String act, String about) {}

  private final BufferedWriter file;
  private final List<Step> steps = new ArrayList<>();
  private final AtomicLong asked = new AtomicLong();
  private final AtomicLong repeated = new AtomicLong();

  History(Path file) throws IOException {
    this.file = Files.newBufferedWriter(file, StandardCharsets.UTF_8);
  }

  @Override
  public void asks(String key, String path) {
    asked.incrementAndGet();
    write("asked", key, path, "");
  }

  @Override
  public void answered(String key, String path, JsonNode answer, long nanos) {
    Step step = step(path, answer);
    write("answered", key, path, step.about());
    synchronized (steps) {
      steps.add(step);
    }
  }

  @Override
  public void repeats(String what) {
    repeated.incrementAndGet();
  }

  private static Step step(String path, JsonNode answer) {
    String[] parts = path.split("/");
    String act = parts[parts.length - 1];
    return act.equals("cases")
        ? new Step("registration", answer.path("caseId").asText())
        : new Step(act, parts[parts.length - 2]);
  }

  private synchronized void write(String what, String key, String path, String about) {
    try {
      file.write(String.join("\t", Instant.now().toString(), what, key, path, about));
      file.newLine();
      file.flush();
    } catch (IOException full) {
      throw new UncheckedIOException(full);
    }
  }

  /** Acts answered so far: the load makes progress when it grows. */
  int answered() {
    synchronized (steps) {
      return steps.size();
    }
  }

  long repeated() {
    return repeated.get();
  }

  List<Step> steps() {
    synchronized (steps) {
      return List.copyOf(steps);
    }
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
