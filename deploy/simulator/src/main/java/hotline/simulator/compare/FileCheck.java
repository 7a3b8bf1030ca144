package hotline.simulator.compare;

import hotline.simulator.api.Api;
import hotline.simulator.requests.CitizenRequest;
import hotline.simulator.requests.RequestFile;
import hotline.simulator.requests.Stage;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/** Compares what reporting says with the file that was played, line by line. */
public final class FileCheck {

  private static final int SHOWN = 20;
  private static final int LOOKS = 60;

  private final List<CitizenRequest> requests;
  private final String source;
  private final List<String> differences = new ArrayList<>();

  public FileCheck(List<CitizenRequest> requests, String source) {
    this.requests = requests;
    this.source = source;
  }

  /**
   * @param elapsed file with the elapsed working days of each line; null when there is none
   * @return whether everything agrees
   */
  public boolean agrees(Api api, Path elapsed, PrintStream out)
      throws IOException, InterruptedException {
    long accepted = requests.stream().filter(r -> accepted(r.script().stage())).count();
    long handled = requests.stream().filter(r -> r.script().stage() == Stage.CLOSED).count();
    long closed = requests.stream().filter(r -> closed(r.script().stage())).count();
    Ledger ledger = Ledger.read(api, source);
    for (int look = 0; look < LOOKS && behind(ledger, accepted, closed); look++) {
      TimeUnit.MILLISECONDS.sleep(500);
      ledger = Ledger.read(api, source);
    }
    int repliesCompared = compareTimes(ledger);
    int elapsedCompared = elapsed == null ? 0 : compareElapsed(ledger, elapsed);
    out.printf(
        "受理 accepted %d/%d   办结 closed %d/%d   答复时间 reply times %d/%d%s%n",
        ledger.accepted(),
        accepted,
        ledger.closed().size(),
        closed,
        repliesCompared,
        handled,
        elapsed == null
            ? ""
            : String.format("   历时工作日 elapsed working days %d/%d", elapsedCompared, closed));
    out.printf(
        "按期 on time %d   超期 overdue %d%n",
        ledger.closed().size() - ledger.closedOverdue(), ledger.closedOverdue());
    count("受理 accepted", accepted, ledger.accepted());
    count("办结 closed", closed, ledger.closed().size());
    differences.stream().limit(SHOWN).forEach(line -> out.println("  ✗ " + line));
    if (differences.size() > SHOWN) {
      out.printf("  … 另有 and %d more%n", differences.size() - SHOWN);
    }
    out.println(
        differences.isEmpty()
            ? "✓ 与文件一致 agrees with " + source
            : "✗ 与文件不一致 differs from " + source + ": " + differences.size());
    return differences.isEmpty();
  }

  private static boolean accepted(Stage stage) {
    return stage == Stage.WITHDRAWN || stage == Stage.ANSWERED || stage.reaches(Stage.ACCEPTED);
  }

  /** An answer at once closes the case as well; when it was given stands in no file. */
  private static boolean closed(Stage stage) {
    return stage == Stage.CLOSED || stage == Stage.ANSWERED;
  }

  private static boolean behind(Ledger ledger, long accepted, long closed) {
    return ledger.accepted() < accepted || ledger.closed().size() < closed;
  }

  private void count(String what, long wanted, long found) {
    if (wanted != found) {
      differences.add(what + ": " + found + " 应为 should be " + wanted);
    }
  }

  /** The number of closed lines whose times agree to the second. */
  private int compareTimes(Ledger ledger) {
    int agreeing = 0;
    for (CitizenRequest request : requests) {
      String ref = request.ref();
      if (request.script().stage() != Stage.CLOSED) {
        continue;
      }
      if (!ledger.has(ref)) {
        differences.add(ref + " 未受理 was not accepted");
        continue;
      }
      Instant replied =
          request.secondReply() == null ? request.repliedAt() : request.secondRepliedAt();
      boolean same =
          same(ref, "receivedAt", request.receivedAt(), ledger)
              & same(ref, "lastRepliedAt", replied, ledger);
      agreeing += same ? 1 : 0;
    }
    return agreeing;
  }

  private boolean same(String ref, String column, Instant wanted, Ledger ledger) {
    Instant found = ledger.time(ref, column);
    boolean same = found != null && Objects.equals(found.truncatedTo(ChronoUnit.SECONDS), wanted);
    if (!same) {
      differences.add(
          ref + " " + ledger.text(ref, "caseNo") + " " + column + ": " + found + " ≠ " + wanted);
    }
    return same;
  }

  private int compareElapsed(Ledger ledger, Path elapsed) throws IOException {
    Map<String, String> wanted = new TreeMap<>();
    for (Map<String, String> line :
        RequestFile.lines(elapsed, List.of("message_id", "elapsed_workdays"))) {
      wanted.put(line.get("message_id"), line.get("elapsed_workdays"));
    }
    int agreeing = 0;
    for (CitizenRequest request : requests) {
      String ref = request.ref();
      String days = wanted.get(ref);
      if (days == null) {
        differences.add(ref + " 不在 is not in " + elapsed.getFileName());
      } else if (ledger.has(ref)) {
        String found = ledger.text(ref, "elapsedWorkDays");
        if (found.equals(days)) {
          agreeing++;
        } else {
          differences.add(ref + " elapsedWorkDays: " + found + " ≠ " + days);
        }
      }
    }
    return agreeing;
  }
}
