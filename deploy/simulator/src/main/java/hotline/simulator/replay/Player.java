package hotline.simulator.replay;

import hotline.simulator.requests.CitizenRequest;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/**
 * Plays the requests at their times. The clock goes from moment to moment and stands still at each
 * until what happens then is stored; before it goes on by more than a while, the desks finish what
 * they began, so that nobody signs a year late.
 */
final class Player {

  /** A pause in the file in which desks may still be busy. */
  static final Duration A_WHILE = Duration.ofMinutes(60);

  private final ReplayClock clock;
  private final Position position;
  private final Background background;
  private final ProgressBar progress;
  private final List<Moment> moments;

  Player(
      Desks desks,
      List<CitizenRequest> requests,
      Set<String> over,
      ReplayClock clock,
      Position position,
      Background background,
      String title) {
    this.clock = clock;
    this.position = position;
    this.background = background;
    List<Play> plays = new ArrayList<>();
    int line = 0;
    for (CitizenRequest request : requests) {
      if (!over.contains(request.ref())) {
        plays.add(new Play(new CaseLoop(desks, request, line)));
      }
      line++;
    }
    this.moments = Moment.of(plays);
    this.progress = new ProgressBar(System.out, title, moments.size());
  }

  /**
   * @param notBefore where an earlier replay was broken off: the clock does not go back behind it
   */
  void play(Instant notBefore) throws InterruptedException, IOException {
    Instant now = notBefore;
    int done = 0;
    int at = 0;
    while (at < moments.size()) {
      int end = together(at);
      Instant time = later(moments.get(at).at(), notBefore);
      if (now != null && Duration.between(now, time).compareTo(A_WHILE) > 0) {
        finish(time);
      }
      List<Moment> happening = moments.subList(at, end);
      awaitWhatCameBefore(happening, time);
      clock.standAt(time);
      position.write(time);
      happen(happening);
      now = time;
      done += happening.size();
      progress.at(done, time);
      at = end;
    }
    if (now != null) {
      finish(now.plus(A_WHILE));
    }
  }

  Collection<String> failures() {
    return background.failures();
  }

  private int together(int from) {
    int end = from + 1;
    while (end < moments.size() && moments.get(end).at().equals(moments.get(from).at())) {
      end++;
    }
    return end;
  }

  private static Instant later(Instant one, Instant other) {
    return other != null && other.isAfter(one) ? other : one;
  }

  private void awaitWhatCameBefore(List<Moment> happening, Instant next)
      throws InterruptedException {
    for (Moment moment : happening) {
      if (!moment.play().before().isDone()) {
        finish(next);
        return;
      }
    }
  }

  /** Lets the desks finish in time that passes, but not as far as the next moment. */
  private void finish(Instant next) throws InterruptedException {
    if (background.quietWithin(Duration.ZERO)) {
      return;
    }
    clock.runTowards(next);
    boolean quiet = background.quietWithin(ReplayClock.LONGEST_RUN);
    clock.stop();
    while (!quiet) {
      quiet = background.quietWithin(Duration.ofSeconds(10));
    }
  }

  private void happen(List<Moment> happening) {
    List<CompletableFuture<Void>> stored = new ArrayList<>();
    for (Moment moment : happening) {
      if (!moment.play().failed()) {
        stored.add(happen(moment));
      }
    }
    stored.forEach(CompletableFuture::join);
  }

  /** One piece of work, so that the desks are never idle between the act and what follows it. */
  private CompletableFuture<Void> happen(Moment moment) {
    CompletableFuture<Void> stored = new CompletableFuture<>();
    Play play = moment.play();
    play.doing(
        background.start(
            play.request().ref(),
            () -> {
              try {
                exactly(moment.kind(), play.loop());
              } finally {
                stored.complete(null);
              }
              after(moment.kind(), play.loop());
            }));
    return stored;
  }

  private static void exactly(Moment.Kind kind, CaseLoop loop) throws InterruptedException {
    switch (kind) {
      case REGISTRATION -> loop.register();
      case REPLY -> loop.reply(1);
      case SECOND_REPLY -> loop.reply(2);
      case WITHDRAWAL -> loop.withdraw();
    }
  }

  private static void after(Moment.Kind kind, CaseLoop loop) throws InterruptedException {
    switch (kind) {
      case REGISTRATION -> loop.prepare();
      case REPLY -> loop.conclude(1);
      case SECOND_REPLY -> loop.conclude(2);
      case WITHDRAWAL -> {}
    }
  }
}
