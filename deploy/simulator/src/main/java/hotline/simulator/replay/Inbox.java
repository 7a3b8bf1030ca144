package hotline.simulator.replay;

import com.fasterxml.jackson.databind.JsonNode;
import hotline.simulator.api.Api;
import hotline.simulator.api.Person;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * One desk's list, looked at again and again while somebody waits for an item in it: one request
 * for all who wait.
 */
final class Inbox implements AutoCloseable {

  private static final long PAUSE_MILLIS = 10;
  private static final long LONGEST_PAUSE_MILLIS = 120;

  private final Api api;
  private final Person person;
  private final String list;
  private final Map<String, CompletableFuture<JsonNode>> waiting = new ConcurrentHashMap<>();
  private final Thread looking;

  Inbox(Api api, Person person, String list) {
    this.api = api;
    this.person = person;
    this.list = list;
    this.looking = new Thread(this::look, "inbox " + list);
    looking.setDaemon(true);
    looking.start();
  }

  /**
   * The item of that case and round, once it is there.
   *
   * @return null when it did not come within the time: perhaps it is no longer in this list
   */
  JsonNode await(String caseId, int round, Duration limit) throws InterruptedException {
    String key = key(caseId, round);
    CompletableFuture<JsonNode> item = waiting.computeIfAbsent(key, k -> new CompletableFuture<>());
    synchronized (waiting) {
      waiting.notifyAll();
    }
    try {
      return item.get(limit.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException notThere) {
      waiting.remove(key);
      return null;
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  private void look() {
    long pause = PAUSE_MILLIS;
    try {
      while (true) {
        synchronized (waiting) {
          while (waiting.isEmpty()) {
            waiting.wait();
            pause = PAUSE_MILLIS;
          }
        }
        // Nothing is there at once: it comes through the log.
        TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
        if (found()) {
          pause = PAUSE_MILLIS;
        } else {
          TimeUnit.MILLISECONDS.sleep(pause - PAUSE_MILLIS);
          pause = Math.min(pause * 3 / 2, LONGEST_PAUSE_MILLIS);
        }
      }
    } catch (InterruptedException closed) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean found() throws InterruptedException {
    boolean any = false;
    try {
      for (JsonNode item : api.get(person, list).path("items")) {
        CompletableFuture<JsonNode> waits =
            waiting.remove(key(item.path("caseId").asText(), item.path("round").asInt(1)));
        if (waits != null) {
          api.witness().appeared(list, item);
          waits.complete(item);
          any = true;
        }
      }
    } catch (RuntimeException passing) {
      // Whoever waits looks for its item in another way when its time is over.
      TimeUnit.MILLISECONDS.sleep(LONGEST_PAUSE_MILLIS);
    }
    return any;
  }

  private static String key(String caseId, int round) {
    return caseId + "#" + round;
  }

  @Override
  public void close() {
    looking.interrupt();
  }
}
