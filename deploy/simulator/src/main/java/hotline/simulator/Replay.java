package hotline.simulator;

import hotline.calendar.WorkCalendar;
import hotline.simulator.api.GaveUp;
import hotline.simulator.compare.FileCheck;
import hotline.simulator.compare.Ledger;
import hotline.simulator.knowledge.DemonstrationKnowledge;
import hotline.simulator.replay.Performance;
import hotline.simulator.requests.CitizenRequest;
import hotline.simulator.requests.RequestFile;
import hotline.simulator.requests.Shift;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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

  /** Without it operators answer from what they know: no reason to stop. */
  private static void fill(DemonstrationKnowledge knowledge, Path shelf)
      throws InterruptedException {
    try {
      DemonstrationKnowledge.Filled filled = knowledge.fill(shelf);
      System.out.printf("知识库 knowledge: %d 条已发布 published%n", filled.published());
      filled.refused().forEach(item -> System.err.println("  ✗ " + item));
    } catch (IOException e) {
      System.err.println("  ✗ 知识库 knowledge: " + e.getMessage());
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
    List<CitizenRequest> played = requests;
    boolean[] agrees = new boolean[1];
    OnlyPlayer.play(
        target,
        () -> {
          var api = target.api();
          Path shelf = file.resolveSibling("knowledge.csv");
          if (Files.exists(shelf)) {
            fill(new DemonstrationKnowledge(api), shelf);
          }
          Set<String> over = Ledger.read(api, source).closed();
          if (!over.isEmpty()) {
            System.out.printf("继续 going on: %d 件已办结 closed already%n", over.size());
          }
          Collection<String> failures =
              Performance.of(api, source, target).play(played, over, "回放 replay");
          failures.stream().limit(SHOWN).forEach(failure -> System.err.println("  ✗ " + failure));
          agrees[0] =
              new FileCheck(played, source)
                      .agrees(api, elapsed == null ? null : Path.of(elapsed), System.out)
                  && failures.isEmpty();
        });
    return agrees[0];
  }
}
