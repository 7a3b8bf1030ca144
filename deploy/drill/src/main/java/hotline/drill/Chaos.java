package hotline.drill;

import hotline.bench.Load;
import hotline.simulator.Target;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/**
 * The processes are killed one after the other with {@code kill -9} under load: {@code --kills},
 * {@code --loops-between}, {@code --targets}.
 *
 * <p>A kill waits until the victim is back from its last one and the loop has made progress since
 * the one before: a process that does not work yet proves nothing by dying. With {@code --pairs}
 * every second one falls while the one before it is away.
 */
public final class Chaos {

  private static final long SHORTLY = 250;

  /** It holds nothing of a case and takes longest to come back: once is enough, unless named. */
  private static final String HOLDS_NO_CASE = "keycloak";

  private final Trial trial;
  private final Victims victims;
  private final int kills;
  private final int loopsBetween;
  private final boolean pairs;
  private final List<String> targets;
  private final boolean everything;
  private final Map<String, Integer> killed = new TreeMap<>();
  private final Map<String, Long> lastPid = new TreeMap<>();
  private double slowest;

  private Chaos(Target target) {
    trial = new Trial(target, "chaos");
    victims = trial.victims();
    kills = trial.number("--kills", 24);
    loopsBetween = trial.number("--loops-between", 10);
    pairs = target.has("--pairs");
    String named = target.options().get("--targets");
    everything = named == null;
    targets = everything ? victims.serve() : List.of(named.split(","));
  }

  public static void main(String[] arguments) throws Exception {
    Chaos chaos = new Chaos(Target.parse(arguments));
    System.exit(chaos.trial.judged(chaos::killAll));
  }

  /** Each named target as often as every other, in an order that the seed decides. */
  private List<String> order() {
    List<String> order = new ArrayList<>();
    Random random = new Random(trial.seed());
    while (order.size() < kills) {
      List<String> turn = new ArrayList<>(targets);
      if (everything && order.isEmpty()) {
        turn.addAll(Victims.keep());
      } else if (everything) {
        turn.remove(HOLDS_NO_CASE);
      }
      Collections.shuffle(turn, random);
      order.addAll(turn);
    }
    return order.subList(0, kills);
  }

  private boolean killAll(Load load) throws IOException, InterruptedException {
    System.out.printf("  %d kills, %d loops between two%n", kills, loopsBetween);
    boolean recovered = true;
    List<String> order = order();
    for (int next = 0; next < order.size() && recovered; ) {
      List<String> falling = new ArrayList<>(List.of(order.get(next++)));
      if (pairs && next < order.size() && !falling.contains(order.get(next))) {
        falling.add(order.get(next++));
      }
      recovered = kill(falling, load);
    }
    System.out.printf("  kills %s, slowest recovery %.1f s%n", killed, slowest);
    return recovered;
  }

  private boolean kill(List<String> falling, Load load) throws IOException, InterruptedException {
    long mark = load.closed();
    if (!Victims.await(
        () -> falling.stream().allMatch(this::recovered) && load.closed() >= mark + loopsBetween,
        trial.patience())) {
      System.out.println("✗ " + falling + ": 没有恢复或没有进展 not back, or no progress");
      return false;
    }
    long before = load.closed();
    long at = System.nanoTime();
    for (String victim : falling) {
      if (!victim.equals(falling.get(0))) {
        TimeUnit.MILLISECONDS.sleep(SHORTLY);
      }
      lastPid.put(victim, victims.kill(victim));
      killed.merge(victim, 1, Integer::sum);
    }
    boolean back =
        Victims.await(() -> falling.stream().allMatch(this::recovered), trial.patience());
    double backAfter = (System.nanoTime() - at) / 1e9;
    boolean moving =
        Victims.await(() -> load.closed() > before + trial.clients(), trial.patience());
    double movingAfter = (System.nanoTime() - at) / 1e9;
    slowest = Math.max(slowest, movingAfter);
    System.out.printf(
        "  kill -9 %-10s back after %5.1f s, every client went on after %5.1f s%n",
        String.join(", ", falling), backAfter, movingAfter);
    return back && moving;
  }

  private boolean recovered(String victim) {
    return !lastPid.containsKey(victim) || victims.back(victim, lastPid.get(victim));
  }
}
