package hotline.simulator;

import hotline.calendar.WorkCalendar;
import hotline.simulator.api.GaveUp;
import hotline.simulator.compare.FileCheck;
import hotline.simulator.compare.Ledger;
import hotline.simulator.replay.Performance;
import hotline.simulator.requests.CitizenRequest;
import hotline.simulator.requests.RequestFile;
import hotline.simulator.requests.Shift;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/** Drives the requests and replies of a CSV file through the loop, at the times in the file. */
public final class Replay {

  private static final int SHOWN = 10;

  private Replay() {}

  public static void main(String[] arguments) throws Exception {
    try {
      System.exit(run(Target.parse(arguments)) ? 0 : 1);
    } catch (IllegalArgumentException | IOException | GaveUp e) {
      System.err.println("✗ " + e.getMessage());
      System.exit(2);
    }
  }

  private static boolean run(Target target) throws IOException, InterruptedException {
    if (target.words().isEmpty()) {
      throw new IllegalArgumentException("缺少文件 / Which file?");
    }
    Path file = Path.of(target.words().get(0));
    String source = file.getFileName().toString();
    String elapsed = target.options().get("--elapsed");
    List<CitizenRequest> requests = RequestFile.read(file);
    if (target.has("--until-now")) {
      requests = Shift.untilBefore(Instant.now(), requests, WorkCalendar.china());
    }
    try (FileChannel channel =
            FileChannel.open(
                target.run().resolve("replay.lock"),
                StandardOpenOption.CREATE,
                StandardOpenOption.WRITE);
        FileLock alone = channel.tryLock()) {
      if (alone == null) {
        throw new IOException("另一个回放正在进行 / Another replay is running on this stack");
      }
      var api = target.api();
      Set<String> over = Ledger.read(api, source).closed();
      if (!over.isEmpty()) {
        System.out.printf("继续 going on: %d 件已办结 closed already%n", over.size());
      }
      Collection<String> failures =
          Performance.of(api, source, target).play(requests, over, "回放 replay");
      failures.stream().limit(SHOWN).forEach(failure -> System.err.println("  ✗ " + failure));
      return new FileCheck(requests, source)
              .agrees(api, elapsed == null ? null : Path.of(elapsed), System.out)
          && failures.isEmpty();
    }
  }
}
