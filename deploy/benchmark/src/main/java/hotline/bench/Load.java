package hotline.bench;

import hotline.simulator.api.GaveUp;
import hotline.simulator.api.Refused;
import hotline.simulator.replay.CaseLoop;
import hotline.simulator.replay.Desks;
import hotline.simulator.requests.CitizenRequest;
import hotline.simulator.requests.Opinion;
import hotline.simulator.requests.Stage;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;

/**
 * Clients that walk one case after the other through the whole loop: registered, accepted,
 * dispatched by the catalogue, signed, contacted, replied, reviewed, called back, rated. One in ten
 * is handled a second time.
 */
public final class Load {

  /** Longer than any backlog of a run takes. */
  static final Duration PATIENCE = Duration.ofMinutes(3);

  private static final int REHANDLED_OF = 10;

  /** Nobody handles these a second time, whatever the citizen says. */
  private static final Set<String> NEVER_REHANDLED = Set.of("SUGGESTION", "PRAISE");

  /** Rules of the catalogue send everything but this to a unit by themselves. */
  private static final String BY_HAND = "99";

  private final Desks desks;
  private final String name;
  private final List<CitizenRequest> templates;
  private final Pace pace;
  private final LongConsumer late;
  private final AtomicLong begun = new AtomicLong();
  private final AtomicLong closed = new AtomicLong();
  private final Collection<String> failures = new ConcurrentLinkedQueue<>();
  private final List<Thread> clients = new ArrayList<>();
  private volatile boolean stopping;

  /**
   * @param name of this run: no two cases of different runs are the same request
   * @param late told how long each case waited for a free client
   */
  public Load(
      Desks desks, String name, List<CitizenRequest> requests, Pace pace, LongConsumer late) {
    this.desks = desks;
    this.name = name;
    this.templates =
        requests.stream()
            .filter(request -> request.script().category() != null)
            .filter(request -> !request.script().category().startsWith(BY_HAND))
            // Some requests of the demonstration are never answered; each of these is closed.
            .filter(request -> request.reply() != null)
            .toList();
    this.pace = pace;
    this.late = late;
  }

  public void start(int count) {
    for (int client = 0; client < count; client++) {
      Thread thread = new Thread(this::serve, "client-" + client);
      thread.setDaemon(true);
      clients.add(thread);
      thread.start();
    }
  }

  /** Lets every client finish its case; one that does not within the limit has failed. */
  public void finish(Duration limit) throws InterruptedException {
    stopping = true;
    long end = System.nanoTime() + limit.toNanos();
    for (Thread client : clients) {
      client.join(Math.max(1, Duration.ofNanos(end - System.nanoTime()).toMillis()));
      if (client.isAlive()) {
        failures.add(client.getName() + ": 工单停住了 its case has come to a halt");
      }
    }
  }

  public long closed() {
    return closed.get();
  }

  public Collection<String> failures() {
    return failures;
  }

  private void serve() {
    try {
      while (!stopping) {
        late.accept(pace.await());
        if (!stopping) {
          walk(begun.getAndIncrement());
        }
      }
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
    }
  }

  private void walk(long number) throws InterruptedException {
    CitizenRequest request = request(number);
    CaseLoop loop = new CaseLoop(desks, request, (int) number);
    try {
      loop.register();
      loop.prepare();
      loop.reply(1);
      loop.conclude(1);
      if (request.secondReply() != null) {
        loop.reply(2);
        loop.conclude(2);
      }
      closed.incrementAndGet();
    } catch (Refused | GaveUp failed) {
      failures.add(request.ref() + ": " + failed.getMessage());
    } catch (RuntimeException bug) {
      // A client that ended without a word would look like a service that stands still.
      failures.add(request.ref() + ": " + bug);
    }
  }

  private CitizenRequest request(long number) {
    CitizenRequest like = templates.get((int) (number % templates.size()));
    boolean again = number % REHANDLED_OF == REHANDLED_OF - 1;
    CitizenRequest.Script script = like.script();
    return new CitizenRequest(
        name + "-" + number,
        like.user(),
        like.title(),
        like.detail(),
        Instant.now(),
        like.reply(),
        null,
        again ? like.reply() : null,
        null,
        new CitizenRequest.Script(
            again && NEVER_REHANDLED.contains(script.kind()) ? "HELP" : script.kind(),
            script.urgency(),
            script.channel(),
            script.category(),
            script.place(),
            Stage.CLOSED,
            Opinion.SATISFIED,
            false));
  }
}
