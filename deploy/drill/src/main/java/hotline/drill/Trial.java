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
import java.util.List;

/**
 * Clients walk cases through the loop while something is done to the processes; afterwards every
 * answer that a client has got must be found, and the databases must agree with the log.
 *
 * <p>The command line: the file of requests, the root of the project, {@code --seed}, {@code
 * --clients}, {@code --rate} in loops a second (each client begins its next one at once without
 * it), and {@code --patience} in seconds, how long anything may take to recover.
 */
final class Trial {

  private static final int SHOWN = 10;

  /** What is done while the load runs; false when something did not recover. */
  interface Ordeal {
    boolean run(Load load) throws IOException, InterruptedException;
  }

  private final Target target;
  private final String name;
  private final long seed;

  Trial(Target target, String name) {
    this.target = target;
    this.name = name;
    this.seed =
        Long.parseLong(
            target.options().getOrDefault("--seed", Long.toString(Instant.now().toEpochMilli())));
  }

  long seed() {
    return seed;
  }

  int number(String option, int otherwise) {
    return Integer.parseInt(target.options().getOrDefault(option, Integer.toString(otherwise)));
  }

  int clients() {
    return number("--clients", 8);
  }

  int patience() {
    return number("--patience", 180);
  }

  private Pace pace() {
    String rate = target.options().get("--rate");
    return rate == null ? Pace.closedLoop() : Pace.atMost(Double.parseDouble(rate));
  }

  Victims victims() {
    return new Victims(target.run(), target.gateway().getPort());
  }

  /** Exit code: 0 when nothing was lost, 1 when something was, 2 when that cannot be told. */
  int judged(Ordeal ordeal) {
    try {
      return run(ordeal) ? 0 : 1;
    } catch (Exception couldNotLook) {
      couldNotLook.printStackTrace();
      return 2;
    }
  }

  private boolean run(Ordeal ordeal) throws Exception {
    Path kept = Files.createDirectories(target.run().resolve(name + "-" + seed));
    System.out.printf("  种子 seed %d, %d clients%n", seed, clients());
    List<String> wrong = new ArrayList<>();
    long began = System.nanoTime();
    try (History history = new History(kept.resolve("history.tsv"))) {
      try (Desks desks = new Desks(target.api(history), name)) {
        Load load =
            new Load(
                desks,
                name + "-" + seed + "-" + Instant.now().toEpochMilli(),
                RequestFile.read(Path.of(target.words().get(0))),
                pace(),
                late -> {});
        load.start(clients());
        if (!ordeal.run(load)) {
          wrong.add("没有恢复 it did not recover");
        }
        load.finish(Duration.ofSeconds(patience()));
        wrong.addAll(load.failures());
        System.out.printf(
            "  %d loops closed, %d acts answered, %d requests repeated in %.0f s%n",
            load.closed(),
            history.answered(),
            history.repeated(),
            (System.nanoTime() - began) / 1e9);
      }
      judge(history, wrong);
    }
    return verdict(kept, wrong);
  }

  private void judge(History history, List<String> wrong)
      throws SQLException, IOException, InterruptedException {
    Path root = Path.of(target.words().get(1));
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
