package hotline.bench;

import com.fasterxml.jackson.databind.JsonNode;
import hotline.simulator.api.Witness;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/** How long each step took, as a client sees it; nothing is noted before the warm-up is over. */
final class Figures implements Witness {

  /** A case waits for a free client: only at a fixed rate. */
  static final String WAIT = "wait for a client";

  /** From the 201 of the registration until a look at the unit's inbox shows it. */
  static final String INBOX = "201 → in the inbox";

  /** From the answer of the review until a look at the callback desk shows it. */
  static final String CALLBACK = "reviewed → at the callback desk";

  /** The last part of an act's path to what people call it, in the order of the loop. */
  private static final Map<String, String> ACTS = acts();

  private static final int DIGITS = 3;
  private static final int MICRO = 1000;

  private final Map<String, Histogram> steps = new LinkedHashMap<>();
  private final Map<String, Long> since = new ConcurrentHashMap<>();

  /** Case and round of each assignment that was seen. */
  private final Map<String, String> rounds = new ConcurrentHashMap<>();

  private final AtomicLong repeated = new AtomicLong();
  private volatile boolean noting;

  Figures() {
    steps.put(WAIT, new ConcurrentHistogram(DIGITS));
    ACTS.values().forEach(act -> steps.put(act, new ConcurrentHistogram(DIGITS)));
    steps.put(INBOX, new ConcurrentHistogram(DIGITS));
    steps.put(CALLBACK, new ConcurrentHistogram(DIGITS));
  }

  private static Map<String, String> acts() {
    Map<String, String> acts = new LinkedHashMap<>();
    acts.put("cases", "register");
    acts.put("acceptance", "accept");
    acts.put("dispatch", "dispatch by hand");
    acts.put("signature", "sign");
    acts.put("contact-attempts", "contact");
    acts.put("replies", "reply");
    acts.put("reviews", "review");
    acts.put("attempts", "call back");
    acts.put("evaluation", "rate");
    return acts;
  }

  void note(boolean now) {
    noting = now;
  }

  /** A closed loop waits for nobody. */
  void late(long nanos) {
    if (nanos > 0) {
      record(WAIT, nanos);
    }
  }

  @Override
  public void answered(String key, String path, JsonNode answer, long nanos) {
    String[] parts = path.split("/");
    String act = ACTS.get(parts[parts.length - 1]);
    record(act, nanos);
    if (act.equals("register")) {
      since.put(INBOX + answer.path("caseId").asText() + 1, System.nanoTime());
    } else if (act.equals("review")) {
      since.put(CALLBACK + rounds.remove(parts[parts.length - 2]), System.nanoTime());
    }
  }

  @Override
  public void repeats(String what) {
    if (noting) {
      repeated.incrementAndGet();
    }
  }

  @Override
  public void appeared(String list, JsonNode item) {
    String round = item.path("caseId").asText() + item.path("round").asInt(1);
    boolean callback = list.contains("/callbacks");
    if (!callback) {
      rounds.put(item.path("assignmentId").asText(), round);
    }
    String step = callback ? CALLBACK : INBOX;
    Long began = since.remove(step + round);
    if (began != null) {
      record(step, System.nanoTime() - began);
    }
  }

  private void record(String step, long nanos) {
    if (noting) {
      steps.get(step).recordValue(nanos / MICRO);
    }
  }

  /** Requests sent again because of something passing, such as a process that is down. */
  long repeated() {
    return repeated.get();
  }

  /** What was noted, in microseconds. */
  Map<String, Histogram> steps() {
    Map<String, Histogram> seen = new LinkedHashMap<>(steps);
    seen.values().removeIf(step -> step.getTotalCount() == 0);
    return seen;
  }

  /** Commands answered with success. */
  long commands() {
    return ACTS.values().stream().mapToLong(act -> steps.get(act).getTotalCount()).sum();
  }
}
