package hotline.drill;

import hotline.bench.Load;
import hotline.simulator.Target;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * Every service halts itself under load at every point of its way to the log and back, {@code
 * --hits} times each, in an order that the seed decides. The services are a copy with the points in
 * it; {@code --apps} is its folder.
 */
public final class HaltAtFailPoints {

  /** A halt that is asked for. */
  private record Halt(String service, FailPoint point) {}

  private final Trial trial;
  private final Victims victims;
  private final Path asked;
  private final int hits;
  private double slowest;

  private HaltAtFailPoints(Target target) {
    trial = new Trial(target, "halts");
    victims = trial.victims();
    asked = Plant.asked(Path.of(target.options().get("--apps")).toAbsolutePath());
    hits = trial.number("--hits", 2);
  }

  public static void main(String[] arguments) throws Exception {
    HaltAtFailPoints halts = new HaltAtFailPoints(Target.parse(arguments));
    System.exit(halts.trial.judged(halts::haltAll));
  }

  private List<Halt> order() {
    List<Halt> order = new ArrayList<>();
    for (int hit = 0; hit < hits; hit++) {
      for (String service : Dumps.DATABASES) {
        for (FailPoint point : FailPoint.values()) {
          if (point.isReachedBy(service)) {
            order.add(new Halt(service, point));
          }
        }
      }
    }
    Collections.shuffle(order, new Random(trial.seed()));
    return order;
  }

  private boolean haltAll(Load load) throws IOException, InterruptedException {
    List<Halt> order = order();
    for (Halt halt : order) {
      if (!halt(halt, load)) {
        return false;
      }
    }
    System.out.printf(
        "  %d halts at %d points, slowest recovery %.1f s%n",
        order.size(), FailPoint.values().length, slowest);
    return true;
  }

  private boolean halt(Halt halt, Load load) throws IOException, InterruptedException {
    long pid = victims.pid(halt.service());
    Path whole = asked.resolveSibling("halt.part");
    Files.writeString(whole, halt.service() + " " + halt.point());
    Files.move(whole, asked, StandardCopyOption.ATOMIC_MOVE);
    if (!Victims.await(() -> Files.notExists(asked), trial.patience())) {
      System.out.println("✗ " + halt + ": 没有经过 not come by");
      return false;
    }
    long at = System.nanoTime();
    long before = load.closed();
    boolean back = Victims.await(() -> victims.back(halt.service(), pid), trial.patience());
    boolean moving =
        Victims.await(() -> load.closed() > before + trial.clients(), trial.patience());
    double after = (System.nanoTime() - at) / 1e9;
    slowest = Math.max(slowest, after);
    System.out.printf(
        "  %-10s %-24s every client went on after %5.1f s%n", halt.service(), halt.point(), after);
    return back && moving;
  }
}
