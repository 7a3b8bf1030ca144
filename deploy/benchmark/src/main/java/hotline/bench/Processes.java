package hotline.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What the processes of the stack use, from {@code /proc}: each with all its children. */
final class Processes {

  private static final List<String> NAMES =
      List.of(
          "gateway",
          "intake",
          "dispatch",
          "evaluation",
          "reporting",
          "postgres",
          "kafka",
          "keycloak");
  private static final String DRIVER = "this driver";
  private static final double TICKS_PER_SECOND = 100;
  private static final int KILO = 1024;

  private static final int PARENT = 1;
  private static final int USER = 11;
  private static final int CHILDREN_SYSTEM = 14;

  /**
   * @param cpuSeconds since each process started
   * @param megabytes of memory, what is shared counted in parts
   * @param busySeconds of the whole machine, whoever used them
   */
  record Usage(Map<String, Double> cpuSeconds, Map<String, Long> megabytes, double busySeconds) {}

  private final Path run;

  Processes(Path run) {
    this.run = run;
  }

  Usage look() throws IOException {
    Map<String, Long> pids = new LinkedHashMap<>();
    for (String name : NAMES) {
      pids.put(name, pid(name));
      for (int instance = 2; Files.exists(pidFile(name + "-" + instance)); instance++) {
        pids.put(name + "-" + instance, pid(name + "-" + instance));
      }
    }
    return look(pids);
  }

  /** What these use, and this driver. */
  static Usage look(Map<String, Long> pids) throws IOException {
    Map<Long, List<String>> all = stats();
    Map<String, Double> cpu = new LinkedHashMap<>();
    Map<String, Long> memory = new LinkedHashMap<>();
    Map<String, Long> roots = new LinkedHashMap<>(pids);
    roots.put(DRIVER, ProcessHandle.current().pid());
    roots.forEach((name, pid) -> look(name, pid, roots.values(), all, cpu, memory));
    return new Usage(cpu, memory, busy());
  }

  /** Of one process without its children. */
  static double cpuSeconds(long pid) throws IOException {
    List<String> stat = fields(Path.of("/proc/" + pid + "/stat"));
    return (Long.parseLong(stat.get(USER)) + Long.parseLong(stat.get(USER + 1))) / TICKS_PER_SECOND;
  }

  long pid(String name) throws IOException {
    return Long.parseLong(Files.readAllLines(pidFile(name)).get(0).trim());
  }

  private Path pidFile(String name) {
    return run.resolve(name + ".pid");
  }

  private static void look(
      String name,
      long root,
      Collection<Long> roots,
      Map<Long, List<String>> all,
      Map<String, Double> cpu,
      Map<String, Long> memory) {
    double ticks = 0;
    long kilobytes = 0;
    for (long pid : all.keySet()) {
      boolean itself = pid == root;
      if (itself || root == rootOf(pid, roots, all)) {
        // The root has also the time of children that ended; those of the driver were no part of
        // it.
        int last = itself && !name.equals(DRIVER) ? CHILDREN_SYSTEM : USER + 1;
        for (int field = USER; field <= last; field++) {
          ticks += Long.parseLong(all.get(pid).get(field));
        }
        kilobytes += proportionalKilobytes(pid);
      }
    }
    cpu.put(name, ticks / TICKS_PER_SECOND);
    memory.put(name, kilobytes / KILO);
  }

  /** The nearest of the roots above a process: what the driver started counts for itself. */
  private static long rootOf(long pid, Collection<Long> roots, Map<Long, List<String>> all) {
    long at = pid;
    while (all.containsKey(at) && !roots.contains(at)) {
      at = Long.parseLong(all.get(at).get(PARENT));
    }
    return at;
  }

  /** The fields after the command, by process. */
  private static Map<Long, List<String>> stats() throws IOException {
    Map<Long, List<String>> stats = new HashMap<>();
    try (Stream<Path> files = Files.list(Path.of("/proc"))) {
      for (Path file : files.filter(p -> p.getFileName().toString().matches("\\d+")).toList()) {
        try {
          stats.put(Long.parseLong(file.getFileName().toString()), fields(file.resolve("stat")));
        } catch (IOException endedMeanwhile) {
          // It uses nothing any more.
        }
      }
    }
    return stats;
  }

  private static List<String> fields(Path stat) throws IOException {
    String text = Files.readString(stat);
    return List.of(text.substring(text.lastIndexOf(')') + 2).split(" "));
  }

  private static long proportionalKilobytes(long pid) {
    try {
      for (String line : Files.readAllLines(Path.of("/proc/" + pid + "/smaps_rollup"))) {
        if (line.startsWith("Pss:")) {
          return Long.parseLong(line.replaceAll("\\D", ""));
        }
      }
    } catch (IOException endedMeanwhile) {
      // It uses nothing any more.
    }
    return 0;
  }

  /** Everything but idle and waiting for the disk. */
  private static double busy() throws IOException {
    String[] fields = Files.readAllLines(Path.of("/proc/stat")).get(0).trim().split(" +");
    double ticks = 0;
    for (int field : new int[] {1, 2, 3, 6, 7, 8}) {
      ticks += Long.parseLong(fields[field]);
    }
    return ticks / TICKS_PER_SECOND;
  }
}
