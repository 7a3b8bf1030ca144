package hotline.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import hotline.bench.LogReader.Seen;
import hotline.bench.OpenCases.Turn;
import hotline.bench.SaidOnce.Said;
import hotline.localservers.PostgresServer;
import hotline.simulator.CommandLine;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.HdrHistogram.Histogram;

/**
 * A million open clocks, of which ten thousand run out at one moment, while one of two instances is
 * killed, and ten thousand others turn yellow: how late each is said, and whether each is said
 * once. On servers of its own.
 */
final class ClocksRun {

  private static final String DATABASE = "dispatch";
  private static final String LOG = "hotline.case-lifecycle.v1";
  private static final Duration SETTLE = Duration.ofSeconds(10);
  private static final Duration AHEAD = Duration.ofSeconds(8);
  private static final Duration LOOK_BEFORE = Duration.ofMillis(500);
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  /** In the first everything is cold; in the second an instance is killed; the third is yellow. */
  private static final List<Turn> WAVES = List.of(Turn.RED, Turn.RED, Turn.YELLOW);

  private static final int KILLED_IN = 1;

  /** How long supervision lets a case rest. */
  private static final Duration LOOK_EVERY = Duration.ofDays(1);

  private static final int KILL_AT_ONE_OF = 3;
  // Held here, or its level is forgotten: what the clients tell of themselves hides the progress.
  private static final Logger KAFKA = Logger.getLogger("org.apache.kafka");
  private static final ObjectMapper JSON = new ObjectMapper();

  private final CommandLine line;
  private final long clocks;
  private final int due;
  private final int instances;
  private final boolean kill;

  ClocksRun(CommandLine line) {
    this.line = line;
    clocks = Bench.number(line.options(), "--clocks", 1_000_000);
    due = Bench.number(line.options(), "--due", 10_000);
    instances = Bench.number(line.options(), "--instances", 2);
    kill = instances > 1 && !"none".equals(line.options().get("--kill"));
    if (due < 1 || (long) due * WAVES.size() > clocks || instances < 1) {
      throw new IllegalArgumentException(
          "数量不合理 / Not a sensible number: --clocks >= 3 * --due, --due >= 1, --instances >= 1");
    }
  }

  boolean run() throws Exception {
    KAFKA.setLevel(Level.SEVERE);
    Report report = new Report(System.out, new Figures());
    report.add("at", Instant.now().toString());
    report.add("processors", Runtime.getRuntime().availableProcessors());
    report.add("clocks", clocks);
    report.add("due", due);
    report.add("instances", instances);
    return OwnServers.measure(line, servers -> measure(servers, report));
  }

  private boolean measure(OwnServers servers, Report report) throws Exception {
    servers.makeDatabase();
    OpenCases cases =
        new OpenCases(servers.postgres(), clocks, due, WAVES.size(), LOOK_EVERY, System.out);
    long began = System.nanoTime();
    cases.fill();
    report.add("secondsToFill", Math.round(seconds(began)));
    servers.start(instances);
    idle(servers, report);
    boolean once = true;
    try (Connection database = servers.postgres().connect(DATABASE, PostgresServer.SUPERUSER)) {
      for (int wave = 0; wave < WAVES.size(); wave++) {
        Turn turn = WAVES.get(wave);
        try (LogReader reader = new LogReader(servers.bootstrap(), LOG, turn.event())) {
          Instant at = Instant.now().plus(AHEAD).truncatedTo(ChronoUnit.SECONDS);
          cases.turn(wave, turn, at);
          once &= new Wave(servers, cases, database, reader, wave, at).measure(report);
        }
      }
    }
    return report.print() & once;
  }

  /** What it costs to keep so many clocks while none runs out. */
  private void idle(OwnServers servers, Report report) throws Exception {
    Duration time = Bench.seconds(line.options(), "--idle-seconds", 10);
    TimeUnit.MILLISECONDS.sleep(SETTLE.toMillis());
    System.out.println("  空闲测量 / Idle");
    Processes.Usage before = Processes.look(servers.processes());
    long began = System.nanoTime();
    TimeUnit.MILLISECONDS.sleep(time.toMillis());
    Processes.Usage after = Processes.look(servers.processes());
    report.usage(before, after, seconds(began));
  }

  /** Ten thousand that run out, or turn yellow, at one moment. */
  private final class Wave {
    private final OwnServers servers;
    private final OpenCases cases;
    private final Connection database;
    private final LogReader reader;
    private final int number;
    private final Turn turn;
    private final Instant at;
    private final Map<String, Object> figures = new LinkedHashMap<>();

    Wave(
        OwnServers servers,
        OpenCases cases,
        Connection database,
        LogReader reader,
        int number,
        Instant at) {
      this.servers = servers;
      this.cases = cases;
      this.database = database;
      this.reader = reader;
      this.number = number;
      this.turn = WAVES.get(number);
      this.at = at;
    }

    boolean measure(Report report) throws Exception {
      Map<String, Long> processes = servers.processes();
      System.out.printf(
          turn == Turn.RED ? "  %s 到期 %,d 个 / %,d fall due%n" : "  %s 变黄 %,d 个 / %,d turn yellow%n",
          at,
          due,
          due);
      String relaying = servers.relaying();
      sleepUntil(at.minus(LOOK_BEFORE));
      Processes.Usage before = Processes.look(processes);
      DiskWork done = DiskWork.until(database);
      sleepUntil(at);
      double killed = kill && number == KILLED_IN ? kill(relaying, processes, before) : 0;
      while (reader.count() < due && within(at)) {
        TimeUnit.MILLISECONDS.sleep(20);
      }
      double seconds = Duration.between(at.minus(LOOK_BEFORE), Instant.now()).toMillis() / 1000.0;
      Map<String, Object> work = Report.work(before, Processes.look(processes), seconds);
      if (killed > 0) {
        work.put("the killed one", Report.round(killed));
      }
      // What is said twice comes late.
      do {
        TimeUnit.SECONDS.sleep(2);
      } while (left(database, at) + outbox(database) > 0 && within(at));
      boolean once = judge();
      DiskWork disk = DiskWork.until(database).since(done);
      figures.put("megabytes of WAL", disk.walBytes() >> 20);
      figures.put("of which whole pages", disk.wholePages());
      figures.put("pages read into the buffers", disk.read());
      report.add("wave " + (number + 1) + (turn == Turn.RED ? "" : " yellow"), figures);
      report.add("cpuSecondsOfWave " + (number + 1), work);
      return once;
    }

    /** In the middle of it, the one whose end costs most; returns what it had used. */
    private double kill(String relaying, Map<String, Long> processes, Processes.Usage before)
        throws Exception {
      // By the log: counting the rows again and again would cost PostgreSQL more than the firing.
      while (reader.count() < due / KILL_AT_ONE_OF && within(at)) {
        TimeUnit.MILLISECONDS.sleep(20);
      }
      double used = Processes.cpuSeconds(processes.remove(relaying));
      servers.kill(relaying);
      figures.put("killed after ms", Duration.between(at, Instant.now()).toMillis());
      long left = left(database, at);
      figures.put("fired by then", due - left);
      System.out.printf("  %s: kill -9, %,d 个已触发 / fired%n", relaying, due - left);
      return used - before.cpuSeconds().remove(relaying);
    }

    private boolean judge() throws Exception {
      List<Seen> seen = reader.end();
      SaidOnce said = new SaidOnce(cases.tasks(number), turn.saidBefore()).read(said(seen, turn));
      Histogram committed = cases.millisUntilCommitted(number, turn);
      Histogram inTheLog = millisUntilInTheLog(seen, turn, at);
      put("committed", committed);
      put("in the log", inTheLog);
      figures.put("lost", said.lost());
      figures.put("said twice", said.twice());
      figures.put("said for nothing", said.tooMany());
      figures.put("cases with a gap", said.gaps());
      figures.put("repeated by the relay", said.repeated());
      long stuck = left(database, at) + outbox(database);
      figures.put("left behind", stuck);
      return said.holds() && stuck == 0;
    }

    private void put(String what, Histogram millis) {
      figures.put(what + " p50 ms", millis.getValueAtPercentile(50));
      figures.put(what + " p99 ms", millis.getValueAtPercentile(99));
      figures.put(what + " max ms", millis.getMaxValue());
    }
  }

  /** What PostgreSQL has written and read since its start, by its own counters. */
  private record DiskWork(long walBytes, long wholePages, long read) {

    static DiskWork until(Connection database) throws SQLException {
      try (PreparedStatement sql =
              database.prepareStatement(
                  "SELECT wal_bytes::bigint, wal_fpi,"
                      + " (SELECT blks_read FROM pg_stat_database WHERE datname = current_database())"
                      + " FROM pg_stat_wal");
          ResultSet row = sql.executeQuery()) {
        row.next();
        return new DiskWork(row.getLong(1), row.getLong(2), row.getLong(3));
      }
    }

    DiskWork since(DiskWork before) {
      return new DiskWork(
          walBytes - before.walBytes, wholePages - before.wholePages, read - before.read);
    }
  }

  private static void sleepUntil(Instant moment) throws InterruptedException {
    TimeUnit.MILLISECONDS.sleep(Math.max(0, Duration.between(Instant.now(), moment).toMillis()));
  }

  private static boolean within(Instant at) {
    return Instant.now().isBefore(at.plus(PATIENCE));
  }

  /** Clocks that ran out and have not been fired. */
  private static long left(Connection database, Instant at) throws SQLException {
    try (PreparedStatement sql =
        database.prepareStatement(
            "SELECT count(*) FROM timer WHERE due_at BETWEEN ? AND ? AND kind = 'assignment-clock'")) {
      sql.setObject(1, at.atOffset(ZoneOffset.UTC));
      sql.setObject(2, at.plusSeconds(1).atOffset(ZoneOffset.UTC));
      return number(sql);
    }
  }

  private static long outbox(Connection database) throws SQLException {
    try (PreparedStatement sql = database.prepareStatement("SELECT count(*) FROM outbox")) {
      return number(sql);
    }
  }

  private static long number(PreparedStatement sql) throws SQLException {
    try (ResultSet row = sql.executeQuery()) {
      row.next();
      return row.getLong(1);
    }
  }

  /** From the due time until a reader of the log had the fact. */
  private static Histogram millisUntilInTheLog(List<Seen> seen, Turn turn, Instant at) {
    Histogram late = new Histogram(3);
    Set<String> known = new HashSet<>();
    for (Seen one : seen) {
      if (turn.event().equals(one.header("ce_type")) && known.add(one.header("ce_id"))) {
        late.recordValue(Math.max(0, one.atMillis() - at.toEpochMilli()));
      }
    }
    return late;
  }

  private static List<Said> said(List<Seen> seen, Turn turn) throws IOException {
    List<Said> said = new ArrayList<>();
    for (Seen one : seen) {
      JsonNode data = JSON.readTree(one.record().value());
      said.add(
          new Said(
              one.record().key(),
              one.header("ce_id"),
              Long.parseLong(one.header("ce_sequence")),
              turn.event().equals(one.header("ce_type"))
                  ? data.path("assignmentId").asText()
                  : null));
    }
    return said;
  }

  private static double seconds(long began) {
    return (System.nanoTime() - began) / 1e9;
  }
}
