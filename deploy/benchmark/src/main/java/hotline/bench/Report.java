package hotline.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.HdrHistogram.Histogram;

/** A table for people and one line of JSON for machines, of the same figures. */
final class Report {

  private static final int SHOWN = 5;
  private static final double MICROS_PER_MILLI = 1000;

  private final PrintStream out;
  private final Figures figures;
  private final Map<String, Object> all = new LinkedHashMap<>();
  private Collection<String> failures = java.util.List.of();

  Report(PrintStream out, Figures figures) {
    this.out = out;
    this.figures = figures;
  }

  void asked(int clients, String rate, Duration warmUp, Duration time) {
    all.put("at", Instant.now().toString());
    all.put("clients", clients);
    all.put("rate", rate == null ? "closed loop" : rate + "/s");
    all.put("warmUpSeconds", warmUp.toSeconds());
    all.put("seconds", time.toSeconds());
    all.put("processors", Runtime.getRuntime().availableProcessors());
  }

  void loops(long closed, double seconds, Collection<String> failed) {
    failures = failed;
    all.put("loopsClosed", closed);
    all.put("loopsPerSecond", round(closed / seconds));
    all.put("commandsPerSecond", round(figures.commands() / seconds));
    all.put("failures", failed.size());
    all.put("repeatedRequests", figures.repeated());
    Map<String, Object> steps = new LinkedHashMap<>();
    figures.steps().forEach((name, step) -> steps.put(name, percentiles(step)));
    all.put("millis", steps);
  }

  private static Map<String, Object> percentiles(Histogram step) {
    Map<String, Object> millis = new LinkedHashMap<>();
    millis.put("count", step.getTotalCount());
    millis.put("p50", millis(step.getValueAtPercentile(50)));
    millis.put("p95", millis(step.getValueAtPercentile(95)));
    millis.put("p99", millis(step.getValueAtPercentile(99)));
    millis.put("max", millis(step.getMaxValue()));
    return millis;
  }

  /** Processors used in the window, and memory at its end. */
  void usage(Processes.Usage before, Processes.Usage after, double seconds) {
    Map<String, Object> processes = new LinkedHashMap<>();
    double ours = 0;
    for (Map.Entry<String, Double> used : after.cpuSeconds().entrySet()) {
      double cpu = used.getValue() - before.cpuSeconds().get(used.getKey());
      ours += cpu;
      Map<String, Object> of = new LinkedHashMap<>();
      of.put("cpus", round(cpu / seconds));
      of.put("megabytes", after.megabytes().get(used.getKey()));
      processes.put(used.getKey(), of);
    }
    all.put("processes", processes);
    all.put("cpusOfOthers", round((after.busySeconds() - before.busySeconds() - ours) / seconds));
  }

  /** What a piece of work took of the processors, however busy others kept them. */
  static Map<String, Object> work(Processes.Usage before, Processes.Usage after, double seconds) {
    Map<String, Object> used = new LinkedHashMap<>();
    double ours = 0;
    for (Map.Entry<String, Double> process : before.cpuSeconds().entrySet()) {
      double cpu = after.cpuSeconds().get(process.getKey()) - process.getValue();
      ours += cpu;
      used.put(process.getKey(), round(cpu));
    }
    used.put("others", round(after.busySeconds() - before.busySeconds() - ours));
    used.put("of", round(seconds * Runtime.getRuntime().availableProcessors()));
    return used;
  }

  /** What one loop costs the servers, everything counted that happened meanwhile. */
  void work(Servers.Counters done, long closed) {
    if (closed > 0) {
      all.put("commitsPerLoop", round((double) done.commits() / closed));
      all.put("rowsWrittenPerLoop", round((double) done.rows() / closed));
      all.put("recordsPerLoop", round((double) done.records() / closed));
    }
  }

  void limits(double commits, double records) {
    Map<String, Object> raw = new LinkedHashMap<>();
    raw.put("commitsPerSecond", Math.round(commits));
    raw.put("recordsPerSecond", Math.round(records));
    if (all.get("commitsPerLoop") instanceof Double perLoop) {
      raw.put("loopsPerSecondByCommits", round(commits / perLoop));
      raw.put("loopsPerSecondByRecords", round(records / (double) all.get("recordsPerLoop")));
    }
    all.put("machineAlone", raw);
  }

  void add(String name, Object value) {
    all.put(name, value);
  }

  /** True when no case failed. */
  boolean print() throws IOException {
    out.println();
    all.forEach(
        (name, value) -> {
          if (value instanceof Map<?, ?> rows) {
            table(name, rows);
          } else {
            out.printf("  %-22s %s%n", name, value);
          }
        });
    failures.stream().limit(SHOWN).forEach(failure -> out.println("  ✗ " + failure));
    out.println();
    out.println(new ObjectMapper().writeValueAsString(all));
    return failures.isEmpty();
  }

  private void table(String name, Map<?, ?> rows) {
    out.printf("%n  %-32s", name);
    boolean headed = false;
    for (Map.Entry<?, ?> row : rows.entrySet()) {
      if (row.getValue() instanceof Map<?, ?> cells) {
        if (!headed) {
          cells.keySet().forEach(column -> out.printf("%12s", column));
          headed = true;
        }
        out.printf("%n    %-30s", row.getKey());
        cells.values().forEach(cell -> out.printf("%12s", cell));
      } else {
        out.printf("%n    %-30s%12s", row.getKey(), row.getValue());
      }
    }
    out.println();
    out.println();
  }

  static double round(double value) {
    return Math.round(value * 100) / 100.0;
  }

  private static double millis(long micros) {
    return round(micros / MICROS_PER_MILLI);
  }
}
