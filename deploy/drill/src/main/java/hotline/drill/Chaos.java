package hotline.drill;

import hotline.bench.Load;
import hotline.bench.Pace;
import hotline.simulator.Target;
import hotline.simulator.replay.Desks;
import hotline.simulator.requests.RequestFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/**
 * Exit code 0 when nothing was lost, 1 when the judge found something, 2 when it could not look.
 *
 * <p>Clients walk cases through the loop while the processes are killed one after the other with
 * {@code kill -9}. A kill waits until the victim is back from its last one and the loop has made
 * progress since the one before: a process that does not work yet proves nothing by dying. In the
 * end every answer that a client has got must be found, and the databases must agree with the log.
 */
public final class Chaos {

  private static final int SHOWN = 10;

  private final Target target;
  private final Path requests;
  private final Path root;
  private final int kills;
  private final long seed;
  private final int clients;
  private final int loopsBetween;
  private final int patience;
  private final List<String> targets;
  private final Victims victims;
  private final Map<String, Integer> killed = new TreeMap<>();
  private final Map<String, Long> lastPid = new TreeMap<>();
  private double slowest;

  private Chaos(Target target) {
    this.target = target;
    this.requests = Path.of(target.words().get(0));
    this.root = Path.of(target.words().get(1));
    this.kills = number("--kills", 24);
    this.seed = Long.parseLong(target.options().getOrDefault("--seed", seedOfNow()));
    this.clients = number("--clients", 8);
    this.loopsBetween = number("--loops-between", 10);
    this.patience = number("--patience", 180);
    String named = target.options().get("--targets");
    this.targets = named == null ? Victims.serve() : List.of(named.split(","));
    this.victims = new Victims(target.run(), target.gateway().getPort());
  }

  private int number(String option, int otherwise) {
    return Integer.parseInt(target.options().getOrDefault(option, Integer.toString(otherwise)));
  }

  private static String seedOfNow() {
    return Long.toString(Instant.now().toEpochMilli());
  }

  public static void main(String[] arguments) throws Exception {
    try {
      System.exit(new Chaos(Target.parse(arguments)).run() ? 0 : 1);
    } catch (Exception couldNotLook) {
      couldNotLook.printStackTrace();
      System.exit(2);
    }
  }

  private boolean run() throws Exception {
    Path kept = target.run().resolve("chaos-" + seed);
    Files.createDirectories(kept);
    System.out.printf(
        "  种子 seed %d: %d kills, %d clients, %d loops between two kills%n",
        seed, kills, clients, loopsBetween);
    List<String> wrong = new ArrayList<>();
    long began = System.nanoTime();
    try (History history = new History(kept.resolve("history.tsv"))) {
      try (Desks desks = new Desks(target.api(history), "chaos")) {
        Load load =
            new Load(
                desks,
                "chaos-" + seed + "-" + Instant.now().toEpochMilli(),
                RequestFile.read(requests),
                Pace.closedLoop(),
                late -> {});
        load.start(clients);
        if (!killAll(load)) {
          wrong.add("没有恢复 it did not recover");
        }
        load.finish(Duration.ofSeconds(patience));
        wrong.addAll(load.failures());
        System.out.printf(
            "  %d loops closed, %d acts answered, %d requests repeated in %.0f s; slowest recovery"
                + " %.1f s%n",
            load.closed(),
            history.answered(),
            history.repeated(),
            (System.nanoTime() - began) / 1e9,
            slowest);
        System.out.println("  kills " + killed);
      }
      judge(history, wrong);
    }
    return verdict(kept, wrong);
  }

  /** Each target as often as every other, in an order that the seed decides. */
  private List<String> order() {
    List<String> order = new ArrayList<>();
    Random random = new Random(seed);
    while (order.size() < kills) {
      List<String> turn = new ArrayList<>(targets);
      if (order.isEmpty() && !target.options().containsKey("--targets")) {
        turn.addAll(Victims.keep());
      }
      Collections.shuffle(turn, random);
      order.addAll(turn);
    }
    return order.subList(0, kills);
  }

  private boolean killAll(Load load) throws IOException, InterruptedException {
    for (String victim : order()) {
      long mark = load.closed();
      if (!Victims.await(
          () -> recovered(victim) && load.closed() >= mark + loopsBetween, patience)) {
        System.out.println("✗ " + victim + ": 没有恢复或没有进展 not back, or no progress");
        return false;
      }
      long before = load.closed();
      long at = System.nanoTime();
      long pid = victims.kill(victim);
      lastPid.put(victim, pid);
      killed.merge(victim, 1, Integer::sum);
      boolean back = Victims.await(() -> victims.back(victim, pid), patience);
      double backAfter = (System.nanoTime() - at) / 1e9;
      boolean moving = Victims.await(() -> load.closed() > before + clients, patience);
      double movingAfter = (System.nanoTime() - at) / 1e9;
      slowest = Math.max(slowest, movingAfter);
      System.out.printf(
          "  kill -9 %-10s (%d) back after %5.1f s, every client went on after %5.1f s%n",
          victim, pid, backAfter, movingAfter);
      if (!back || !moving) {
        return false;
      }
    }
    return true;
  }

  private boolean recovered(String victim) {
    return !lastPid.containsKey(victim) || victims.back(victim, lastPid.get(victim));
  }

  private void judge(History history, List<String> wrong)
      throws SQLException, IOException, InterruptedException {
    int code =
        new ProcessBuilder(
                root.resolve("deploy/reconcile").toString(), "--run-dir", target.run().toString())
            .inheritIO()
            .start()
            .waitFor();
    if (code != 0) {
      wrong.add("核对发现差异 deploy/reconcile found differences: exit code " + code);
    }
    List<String> contradictions =
        new Testimony(target.gateway().getPort()).contradictions(history.steps());
    System.out.printf(
        "  %d answered acts looked for in their tables, %d contradictions%n",
        history.answered(), contradictions.size());
    wrong.addAll(contradictions);
  }

  private boolean verdict(Path kept, List<String> wrong) throws SQLException, IOException {
    if (wrong.isEmpty()) {
      System.out.println("✓ 每一次答复都在，各库与日志一致 every answer is kept, and all agree with the log");
      Files.delete(kept.resolve("history.tsv"));
      Files.delete(kept);
      return true;
    }
    wrong.stream().limit(SHOWN).forEach(each -> System.out.println("  ✗ " + each));
    Dumps.write(new Testimony(target.gateway().getPort()), kept);
    System.out.println("✗ " + wrong.size() + " 处问题 wrong; kept in " + kept);
    return false;
  }
}
