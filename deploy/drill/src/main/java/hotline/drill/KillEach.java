package hotline.drill;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * While a file is played, every kind of process is killed once with {@code kill -9}. Each kill
 * waits until the one before is forgotten: the process is back and the replay goes on.
 */
public final class KillEach {

  private static final List<String> VICTIMS =
      List.of(
          "intake",
          "postgres",
          "dispatch",
          "kafka",
          "evaluation",
          "supervisor",
          "reporting",
          "gateway",
          "keycloak",
          "keeper");

  /** Moments of the file that must have been played since the last kill. */
  private static final int MOMENTS_BETWEEN = 8;

  private static final Duration PATIENCE = Duration.ofSeconds(120);

  private final Path run;
  private final Path position;
  private final Process replay;

  private KillEach(Path run, Path position, Process replay) {
    this.run = run;
    this.position = position;
    this.replay = replay;
  }

  public static void main(String[] arguments) throws Exception {
    if (arguments.length < 3) {
      System.err.println("KillEach ROOT RUN_DIR FILE");
      System.exit(2);
    }
    Path root = Path.of(arguments[0]).toAbsolutePath();
    Path run = Path.of(arguments[1]).toAbsolutePath();
    Path file = Path.of(arguments[2]).toAbsolutePath();
    Process replay =
        new ProcessBuilder(
                root.resolve("deploy/replay").toString(),
                file.toString(),
                "--run-dir",
                run.toString())
            .inheritIO()
            .start();
    Runtime.getRuntime().addShutdownHook(new Thread(replay::destroy));
    Path position = run.resolve("replay-" + file.getFileName() + ".position");
    boolean survived = new KillEach(run, position, replay).killAll();
    int code = replay.waitFor();
    System.out.println(
        survived && code == 0
            ? "✓ 逐一 kill -9 后回放完成 the replay ended although each process was killed: "
                + VICTIMS.size()
            : "✗ 回放未能正常完成 the replay did not end well: " + code);
    System.exit(survived && code == 0 ? 0 : 1);
  }

  private boolean killAll() throws IOException, InterruptedException {
    for (String victim : VICTIMS) {
      if (!goesOn()) {
        System.out.println("✗ 回放在 kill 之前已结束 the replay was over before the kill of " + victim);
        return false;
      }
      String pid = pid(victim);
      long killed = System.nanoTime();
      new ProcessBuilder("sh", "-c", "kill -9 " + pid).inheritIO().start().waitFor();
      if (!isBack(victim, pid)) {
        System.out.println("✗ " + victim + " 没有恢复 did not come back");
        return false;
      }
      System.out.printf(
          "  kill -9 %-10s (%s) → %s 重新启动 started again after %.1f s%n",
          victim, pid, pid(victim), (System.nanoTime() - killed) / 1e9);
    }
    return true;
  }

  /** Whether enough moments were played since the last kill; false when the replay ended. */
  private boolean goesOn() throws IOException, InterruptedException {
    String last = "";
    int moments = 0;
    while (moments < MOMENTS_BETWEEN) {
      if (!replay.isAlive()) {
        return false;
      }
      String now = Files.exists(position) ? Files.readString(position) : last;
      if (!now.equals(last)) {
        last = now;
        moments++;
      }
      TimeUnit.MILLISECONDS.sleep(10);
    }
    return true;
  }

  private boolean isBack(String victim, String killed) throws IOException, InterruptedException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (System.nanoTime() < end) {
      String now = pid(victim);
      if (!now.equals(killed) && ProcessHandle.of(Long.parseLong(now)).isPresent()) {
        return true;
      }
      TimeUnit.MILLISECONDS.sleep(20);
    }
    return false;
  }

  private String pid(String name) throws IOException {
    List<String> lines = new ArrayList<>(Files.readAllLines(run.resolve(name + ".pid")));
    return lines.isEmpty() ? "0" : lines.get(0).trim();
  }
}
