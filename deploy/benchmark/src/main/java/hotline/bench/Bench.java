package hotline.bench;

import hotline.simulator.CommandLine;
import hotline.simulator.Target;
import hotline.simulator.api.GaveUp;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * Measures the running stack. {@code Bench [loop|surge|catch-up|replay-log|clocks|recompute]
 * DEMO_FILE}, exit code 0 when every case was closed and every clock was said once.
 */
public final class Bench {

  private Bench() {}

  public static void main(String[] arguments) throws Exception {
    try {
      System.exit(run(CommandLine.parse(arguments)) ? 0 : 1);
    } catch (IllegalArgumentException | IOException | GaveUp e) {
      System.err.println("✗ " + e.getMessage());
      System.exit(2);
    }
  }

  private static boolean run(CommandLine line) throws Exception {
    List<String> words = line.words();
    Path requests = Path.of(words.get(0));
    String scenario = words.size() > 1 ? words.get(1) : "loop";
    // On servers of its own: the stack need not be up.
    switch (scenario) {
      case "clocks":
        return new ClocksRun(line).run();
      case "recompute":
        return new RecomputeRun(line).run();
      default:
    }
    Target target = Target.of(line);
    return switch (scenario) {
      case "loop" -> new LoopRun(target, requests).run();
      case "surge" -> new SurgeRun(target, requests).run();
      case "catch-up" -> new CatchUpRun(target, requests).run();
      case "replay-log" -> new ReplayLogRun(target).run();
      default ->
          throw new IllegalArgumentException(
              "没有这个场景 / No such scenario: "
                  + scenario
                  + " (loop, surge, catch-up, replay-log, clocks, recompute)");
    };
  }

  static int number(Target target, String option, int otherwise) {
    return number(target.options(), option, otherwise);
  }

  static int number(Map<String, String> options, String option, int otherwise) {
    return Integer.parseInt(options.getOrDefault(option, Integer.toString(otherwise)));
  }

  static Duration seconds(Target target, String option, int otherwise) {
    return seconds(target.options(), option, otherwise);
  }

  static Duration seconds(Map<String, String> options, String option, int otherwise) {
    return Duration.ofSeconds(number(options, option, otherwise));
  }
}
