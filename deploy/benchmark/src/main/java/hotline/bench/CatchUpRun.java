package hotline.bench;

import hotline.simulator.Target;
import hotline.simulator.replay.Desks;
import hotline.simulator.requests.RequestFile;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;

/** Reporting stands still while the load goes on, and then catches up beside it. */
final class CatchUpRun {

  private static final String LOG = "hotline.case-lifecycle.v1";

  private final Target target;
  private final Path requests;

  CatchUpRun(Target target, Path requests) {
    this.target = target;
    this.requests = requests;
  }

  boolean run() throws Exception {
    int clients = Bench.number(target, "--clients", 8);
    Duration warmUp = Bench.seconds(target, "--warm-up", 10);
    Duration time = Bench.seconds(target, "--seconds", 30);
    Servers servers = new Servers(target.run());
    Processes processes = new Processes(target.run());
    Figures figures = new Figures();
    Report report = new Report(System.out, figures);
    report.asked(clients, target.options().get("--rate"), warmUp, time);
    String rate = target.options().get("--rate");
    Pace pace = rate == null ? Pace.closedLoop() : Pace.rate(Double.parseDouble(rate));
    try (Desks desks = new Desks(target.api(figures), "bench");
        Connection reporting = servers.connect("reporting")) {
      long repeatedInLog = servers.records(LOG) - Applied.in(reporting);
      Load load =
          new Load(
              desks,
              "catch-up-" + Instant.now().toEpochMilli(),
              RequestFile.read(requests),
              pace,
              figures::late);
      load.start(clients);
      TimeUnit.MILLISECONDS.sleep(warmUp.toMillis());
      long closedBefore = load.closed();
      long began = System.nanoTime();
      signal("STOP", processes);
      figures.note(true);
      try {
        TimeUnit.MILLISECONDS.sleep(time.toMillis());
      } finally {
        signal("CONT", processes);
      }
      double seconds = (System.nanoTime() - began) / 1e9;
      figures.note(false);
      long closed = load.closed() - closedBefore;
      long resumed = System.nanoTime();
      long end = servers.records(LOG) - repeatedInLog;
      long backlog = end - Applied.in(reporting);
      while (Applied.in(reporting) < end) {
        TimeUnit.MILLISECONDS.sleep(20);
      }
      double caughtUp = (System.nanoTime() - resumed) / 1e9;
      load.finish(Load.PATIENCE);
      report.loops(closed, seconds, load.failures());
      report.add("backlogOfEvents", backlog);
      report.add("secondsToCatchUp", Report.round(caughtUp));
      report.add("eventsPerSecondCaughtUp", Math.round(backlog / caughtUp));
    }
    return report.print();
  }

  private static void signal(String name, Processes processes)
      throws IOException, InterruptedException {
    new ProcessBuilder("sh", "-c", "kill -" + name + " " + processes.pid("reporting"))
        .inheritIO()
        .start()
        .waitFor();
  }
}
