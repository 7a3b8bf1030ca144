package hotline.simulator.story;

import com.fasterxml.jackson.databind.JsonNode;
import hotline.relay.quarkus.SimulatedClock;
import hotline.simulator.api.Api;
import hotline.simulator.api.GaveUp;
import hotline.simulator.api.Person;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/**
 * Where a story is played: people act through the public APIs at the times it says, and what clocks
 * and rules do by themselves is waited for.
 */
public final class Stage implements AutoCloseable {

  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("MM-dd HH:mm");
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Api api;
  private final Path clock;
  private final String source;
  private final String ref;
  private final Thread release = new Thread(this::realTime);
  private LocalDateTime now;
  private int acts;

  public Stage(Api api, Path clock, String source, String ref) {
    this.api = api;
    this.clock = clock;
    this.source = source;
    this.ref = ref;
    Runtime.getRuntime().addShutdownHook(release);
  }

  String source() {
    return source;
  }

  String ref() {
    return ref;
  }

  /** It is this time now, in the zone of the hotline, such as {@code 2026-09-30T23:40}. */
  void at(String time) {
    now = LocalDateTime.parse(time);
    setClock(instant(time), 0);
  }

  static Instant instant(String time) {
    return LocalDateTime.parse(time).atZone(ZONE).toInstant();
  }

  /** Tells the reader what has happened. */
  void tell(String zh, String en) {
    System.out.printf("  %s  %s / %s%n", now.format(MINUTE), zh, en);
  }

  JsonNode read(Person person, String path) throws InterruptedException {
    return api.get(person, path);
  }

  /** An act of somebody upon something with a version; null when it has none. */
  JsonNode act(Person person, String path, Long version, Object body) throws InterruptedException {
    acts++;
    String key = source + "#" + ref + "#" + acts;
    return api.post(
        person,
        path,
        UUID.nameUUIDFromBytes(key.getBytes(StandardCharsets.UTF_8)).toString(),
        version,
        body);
  }

  /**
   * Waits until it is so.
   *
   * @return what was read then
   */
  JsonNode await(String what, Person person, String path, Predicate<JsonNode> so)
      throws InterruptedException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (true) {
      JsonNode seen = api.find(person, path);
      if (so.test(seen)) {
        return seen;
      }
      if (System.nanoTime() > end) {
        throw new GaveUp(now + ": " + what + "; " + path + " → " + seen, null);
      }
      TimeUnit.MILLISECONDS.sleep(100);
    }
  }

  private void realTime() {
    setClock(Instant.now(), 1);
  }

  private void setClock(Instant time, double factor) {
    try {
      SimulatedClock.write(clock, time, factor);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Real time again, however the story ended. */
  @Override
  public void close() {
    realTime();
    Runtime.getRuntime().removeShutdownHook(release);
  }
}
