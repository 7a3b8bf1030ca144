package hotline.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/**
 * Which process it is: its number and when it started, since numbers are used again.
 *
 * @param start the kernel's own mark of the start where there is one
 */
record ProcessMark(long pid, String start) {

  private static final int STATE = 0;
  private static final int THREADS = 17;
  private static final int START_TICKS = 19;

  /** The mark of a running process; empty when there is none of that number. */
  static Optional<ProcessMark> of(long pid) {
    Path stat = Path.of("/proc", Long.toString(pid), "stat");
    if (Files.exists(Path.of("/proc/self/stat"))) {
      return fromKernel(pid, stat);
    }
    return ProcessHandle.of(pid)
        .filter(ProcessHandle::isAlive)
        .map(process -> process.info().startInstant().map(Instant::toString).orElse("?"))
        .map(start -> new ProcessMark(pid, start));
  }

  private static Optional<ProcessMark> fromKernel(long pid, Path stat) {
    try {
      return read(pid, Files.readString(stat));
    } catch (IOException gone) {
      return Optional.empty();
    }
  }

  /**
   * A process that ended but whose parent has not asked for its exit code still has a number;
   * {@link ProcessHandle} calls it alive, and nobody would start it again. One whose first thread
   * has ended before the others looks alike, but still holds its ports and files.
   *
   * @param stat the line of {@code /proc/PID/stat}
   */
  static Optional<ProcessMark> read(long pid, String stat) {
    String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
    boolean leaderEnded = fields[STATE].equals("Z") || fields[STATE].equals("X");
    return leaderEnded && Integer.parseInt(fields[THREADS]) <= 1
        ? Optional.empty()
        : Optional.of(new ProcessMark(pid, fields[START_TICKS]));
  }

  boolean alive() {
    return of(pid).filter(this::equals).isPresent();
  }

  /** Asks it to end; {@code INT} makes PostgreSQL disconnect its clients. */
  void signal(String name) throws IOException, InterruptedException {
    if (alive()) {
      new ProcessBuilder("sh", "-c", "kill -" + name + " " + pid)
          .redirectErrorStream(true)
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .start()
          .waitFor();
    }
  }
}
