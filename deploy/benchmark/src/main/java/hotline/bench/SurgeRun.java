package hotline.bench;

import hotline.simulator.Target;
import hotline.simulator.replay.Desks;
import hotline.simulator.requests.RequestFile;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;

/**
 * A day's usual rate, then ten times that for a minute: whatever arrives is kept, and the question
 * is how long citizens wait and when the desks are done with it.
 */
final class SurgeRun {

  private static final int TIMES = 10;

  private final Target target;
  private final Path requests;

  SurgeRun(Target target, Path requests) {
    this.target = target;
    this.requests = requests;
  }

  boolean run() throws Exception {
    int clients = Bench.number(target, "--clients", 64);
    double rate = Double.parseDouble(target.options().getOrDefault("--rate", "2"));
    Duration warmUp = Bench.seconds(target, "--warm-up", 15);
    Duration time = Bench.seconds(target, "--seconds", 60);
    Processes processes = new Processes(target.run());
    Figures figures = new Figures();
    Pace pace = Pace.rate(rate);
    Report report = new Report(System.out, figures);
    report.asked(clients, rate + " → " + rate * TIMES, warmUp, time);
    try (Desks desks = new Desks(target.api(figures), "bench")) {
      Load load =
          new Load(
              desks,
              "surge-" + Instant.now().toEpochMilli(),
              RequestFile.read(requests),
              pace,
              figures::late);
      load.start(clients);
      TimeUnit.MILLISECONDS.sleep(warmUp.toMillis());
      Processes.Usage before = processes.look();
      long closed = load.closed();
      long began = System.nanoTime();
      figures.note(true);
      pace.change(rate * TIMES);
      TimeUnit.MILLISECONDS.sleep(time.toMillis());
      pace.change(rate);
      double seconds = (System.nanoTime() - began) / 1e9;
      Processes.Usage after = processes.look();
      closed = load.closed() - closed;
      long over = System.nanoTime();
      load.finish(Load.PATIENCE);
      figures.note(false);
      report.loops(closed, seconds, load.failures());
      report.add("secondsUntilAllWereClosed", Report.round((System.nanoTime() - over) / 1e9));
      report.usage(before, after, seconds);
    }
    return report.print();
  }
}
