package hotline.bench;

import hotline.simulator.Target;
import hotline.simulator.replay.Desks;
import hotline.simulator.requests.RequestFile;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;

/** Whole loops by many clients for a while, and beside them what the machine could do at most. */
final class LoopRun {

  private final Target target;
  private final Path requests;

  LoopRun(Target target, Path requests) {
    this.target = target;
    this.requests = requests;
  }

  boolean run() throws Exception {
    int clients = Bench.number(target, "--clients", 16);
    Duration warmUp = Bench.seconds(target, "--warm-up", 10);
    Duration time = Bench.seconds(target, "--seconds", 30);
    String rate = target.options().get("--rate");
    Duration raw = Bench.seconds(target, "--raw-seconds", 5);

    Servers servers = new Servers(target.run());
    Processes processes = new Processes(target.run());
    Figures figures = new Figures();
    Pace pace = rate == null ? Pace.closedLoop() : Pace.rate(Double.parseDouble(rate));
    Report report = new Report(System.out, figures);
    report.asked(clients, rate, warmUp, time);
    Recordings recordings = new Recordings(target, processes);
    try (Desks desks = new Desks(target.api(figures), "bench")) {
      Load load =
          new Load(
              desks,
              "bench-" + Instant.now().toEpochMilli(),
              RequestFile.read(requests),
              pace,
              figures::late);
      load.start(clients);
      TimeUnit.MILLISECONDS.sleep(warmUp.toMillis());
      recordings.start();
      Processes.Usage before = processes.look();
      Servers.Counters counted = servers.look();
      long closed = load.closed();
      long began = System.nanoTime();
      figures.note(true);
      TimeUnit.MILLISECONDS.sleep(time.toMillis());
      figures.note(false);
      double seconds = (System.nanoTime() - began) / 1e9;
      closed = load.closed() - closed;
      Processes.Usage after = processes.look();
      Servers.Counters done = servers.look().since(counted);
      recordings.stop();
      load.finish(Load.PATIENCE);
      report.loops(closed, seconds, load.failures());
      report.usage(before, after, seconds);
      report.work(done, closed);
    }
    if (!raw.isZero()) {
      limits(report, servers, clients, raw);
    }
    return report.print();
  }

  /** The loops have been measured: what stands beside them may be missing, not take them along. */
  private static void limits(Report report, Servers servers, int clients, Duration raw)
      throws InterruptedException {
    RawLimits limits = new RawLimits(servers);
    try {
      report.limits(limits.commitsPerSecond(clients, raw), limits.recordsPerSecond(raw));
    } catch (SQLException | ExecutionException | IllegalStateException notMeasured) {
      report.add("machineAlone", "not measured: " + notMeasured);
    }
  }
}
