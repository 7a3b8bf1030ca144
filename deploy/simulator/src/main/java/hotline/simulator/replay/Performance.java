package hotline.simulator.replay;

import hotline.simulator.Target;
import hotline.simulator.api.Api;
import hotline.simulator.requests.CitizenRequest;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * One replay from its beginning, or from where it was broken off, to its end; however it ends, the
 * stack has real time again.
 */
public final class Performance {

  private final Api api;
  private final String source;
  private final ReplayClock clock;
  private final Position position;

  private Performance(Api api, String source, ReplayClock clock, Position position) {
    this.api = api;
    this.source = source;
    this.clock = clock;
    this.position = position;
  }

  public static Performance of(Api api, String source, Target target) {
    return new Performance(
        api, source, new ReplayClock(target.clock()), new Position(target.run(), source));
  }

  /**
   * @param over what an earlier replay has closed
   * @return what failed
   */
  public Collection<String> play(List<CitizenRequest> requests, Set<String> over, String title)
      throws InterruptedException, IOException {
    Thread release = new Thread(clock::release);
    Runtime.getRuntime().addShutdownHook(release);
    try (Desks desks = new Desks(api, source);
        Background background = new Background()) {
      Player player = new Player(desks, requests, over, clock, position, background, title);
      player.play(position.read());
      if (player.failures().isEmpty()) {
        position.delete();
      }
      return player.failures();
    } finally {
      clock.release();
      Runtime.getRuntime().removeShutdownHook(release);
    }
  }
}
