package hotline.bench;

import hotline.simulator.Target;
import hotline.simulator.api.GaveUp;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * Measures the running stack. {@code Bench [loop|surge|catch-up|replay-log] DEMO_FILE}, exit code 0
 * when every case was closed.
 */
public final class Bench {

  private Bench() {}

  public static void main(String[] arguments) throws Exception {
    try {
      System.exit(run(Target.parse(arguments)) ? 0 : 1);
    } catch (IllegalArgumentException | IOException | GaveUp e) {
      System.err.println("✗ " + e.getMessage());
      System.exit(2);
    }
  }

  private static boolean run(Target target) throws Exception {
    List<String> words = target.words();
    Path requests = Path.of(words.get(0));
    String scenario = words.size() > 1 ? words.get(1) : "loop";
    return switch (scenario) {
      case "loop" -> new LoopRun(target, requests).run();
      case "surge" -> new SurgeRun(target, requests).run();
      case "catch-up" -> new CatchUpRun(target, requests).run();
      case "replay-log" -> new ReplayLogRun(target).run();
      default ->
          throw new IllegalArgumentException(
              "没有这个场景 / No such scenario: " + scenario + " (loop, surge, catch-up, replay-log)");
    };
  }

  static int number(Target target, String option, int otherwise) {
    return Integer.parseInt(target.options().getOrDefault(option, Integer.toString(otherwise)));
  }

  static Duration seconds(Target target, String option, int otherwise) {
    return Duration.ofSeconds(number(target, option, otherwise));
  }
}
