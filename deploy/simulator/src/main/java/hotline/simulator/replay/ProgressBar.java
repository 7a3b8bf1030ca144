package hotline.simulator.replay;

import hotline.simulator.requests.RequestFile;
import java.io.PrintStream;
import java.time.Instant;
import java.time.format.DateTimeFormatter;

/** Shows how far it is: a line that moves on a terminal, every tenth elsewhere. */
final class ProgressBar {

  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(RequestFile.ZONE);
  private static final int WIDTH = 30;
  private static final long MOVE_EVERY_NANOS = 150_000_000L;

  private final PrintStream out;
  private final String title;
  private final int total;
  private final boolean terminal = System.console() != null;
  private final long began = System.nanoTime();
  private long moved;
  private int tenth;

  ProgressBar(PrintStream out, String title, int total) {
    this.out = out;
    this.title = title;
    this.total = total;
  }

  void at(int done, Instant simulated) {
    boolean last = done == total;
    if (terminal) {
      if (last || System.nanoTime() - moved > MOVE_EVERY_NANOS) {
        moved = System.nanoTime();
        out.print("\r" + line(done, simulated) + (last ? "\n" : ""));
        out.flush();
      }
    } else if (done * 10L / Math.max(1, total) > tenth) {
      tenth = (int) (done * 10L / total);
      out.println(line(done, simulated));
    }
  }

  private String line(int done, Instant simulated) {
    int filled = (int) ((long) WIDTH * done / Math.max(1, total));
    double seconds = (System.nanoTime() - began) / 1e9;
    long left = done == 0 ? 0 : Math.round(seconds / done * (total - done));
    return String.format(
        "%s [%s%s] %3d%%  %d/%d  %s  %.0f s，还需 left %d s ",
        title,
        "█".repeat(filled),
        "·".repeat(WIDTH - filled),
        100L * done / Math.max(1, total),
        done,
        total,
        DATE.format(simulated),
        seconds,
        left);
  }
}
