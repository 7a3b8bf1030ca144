package hotline.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import hotline.bench.LogReader.Seen;
import hotline.calendar.ClockTerms;
import hotline.calendar.DayOverride;
import hotline.calendar.DueTime;
import hotline.calendar.EndRule;
import hotline.calendar.Limit;
import hotline.calendar.LimitRule;
import hotline.calendar.StartRule;
import hotline.calendar.WorkCalendar;
import hotline.localservers.PostgresServer;
import hotline.simulator.CommandLine;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.HdrHistogram.Histogram;

/**
 * A calendar is adopted through the API while two hundred thousand replies are due: how long until
 * every due time has moved, what a clerk who signs meanwhile feels of it, and whether each is right
 * and was said once. On servers of its own.
 */
final class RecomputeRun {

  private static final String DATABASE = "dispatch";
  private static final String LOG = "hotline.case-lifecycle.v1";
  private static final String MOVED = "hotline.deadline.moved.v1";
  private static final Duration PATIENCE = Duration.ofMinutes(10);
  private static final int SAMPLE = 5_000;
  // Held here, or its level is forgotten: what the clients tell of themselves hides the progress.
  private static final Logger KAFKA = Logger.getLogger("org.apache.kafka");
  private static final ObjectMapper JSON = new ObjectMapper();

  private final CommandLine line;
  private final int tasks;
  private final int instances;
  private final Duration before;

  RecomputeRun(CommandLine line) {
    this.line = line;
    tasks = Bench.number(line.options(), "--tasks", 200_000);
    instances = Bench.number(line.options(), "--instances", 2);
    before = Bench.seconds(line.options(), "--warm-up", 20);
    if (tasks < 1000 || instances < 1) {
      throw new IllegalArgumentException(
          "数量不合理 / Not a sensible number: --tasks >= 1000, --instances >= 1");
    }
  }

  boolean run() throws Exception {
    KAFKA.setLevel(Level.SEVERE);
    Report report = new Report(System.out, new Figures());
    report.add("at", Instant.now().toString());
    report.add("processors", Runtime.getRuntime().availableProcessors());
    report.add("tasks", tasks);
    report.add("instances", instances);
    return OwnServers.measure(line, servers -> measure(servers, report));
  }

  private boolean measure(OwnServers servers, Report report) throws Exception {
    servers.makeDatabase();
    OpenCases cases =
        new OpenCases(servers.postgres(), tasks, tasks / 20, 1, Duration.ofDays(1), System.out);
    cases.fill();
    servers.start(instances);
    try (LogReader reader = new LogReader(servers.bootstrap(), LOG, MOVED);
        SigningClerk clerk = new SigningClerk(servers, "instance-" + instances, cases.tasks(0))) {
      clerk.start();
      TimeUnit.MILLISECONDS.sleep(before.toMillis());
      report.add("signing before", millis(clerk.window()));
      boolean right = adopt(servers, clerk, reader, report);
      return report.print() & right;
    }
  }

  private boolean adopt(OwnServers servers, SigningClerk clerk, LogReader reader, Report report)
      throws Exception {
    WorkCalendar china = WorkCalendar.china();
    LocalDate off = china.workDayAfter(china.dateOf(Instant.now()), 1);
    Administrator administrator = new Administrator(servers, "instance-1");
    Processes.Usage cpuBefore = Processes.look(servers.processes());
    System.out.printf("  启用日历：%s 全市休息 / Adopting a calendar with %s off%n", off, off);
    long began = System.nanoTime();
    administrator.dayOff(off);
    JsonNode state = administrator.recomputation();
    while (!state.path("finished").asBoolean() && seconds(began) < PATIENCE.toSeconds()) {
      // A page that looks oftener would be a part of the load.
      TimeUnit.MILLISECONDS.sleep(500);
      state = administrator.recomputation();
    }
    double seconds = seconds(began);
    report.add("secondsToMoveAll", Report.round(seconds));
    report.add("tasksExamined", state.path("examined").asLong());
    report.add("dueTimesMoved", state.path("moved").asLong());
    report.add("movedPerSecond", Math.round(state.path("moved").asLong() / seconds));
    report.add("signing meanwhile", millis(clerk.window()));
    report.add("cpuSeconds", Report.work(cpuBefore, Processes.look(servers.processes()), seconds));
    WorkCalendar adopted = china.toBuilder().override(DayOverride.dayOff(off, "全市停电检修")).build();
    return judge(servers, reader, adopted, state, clerk, report);
  }

  private boolean judge(
      OwnServers servers,
      LogReader reader,
      WorkCalendar adopted,
      JsonNode state,
      SigningClerk clerk,
      Report report)
      throws Exception {
    long moved = state.path("moved").asLong();
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (reader.count() < moved && System.nanoTime() < end) {
      TimeUnit.MILLISECONDS.sleep(100);
    }
    clerk.close();
    List<Seen> seen = reader.end();
    Told told = new Told(seen);
    report.add("said in the log", told.moves());
    report.add("said twice", told.twice());
    report.add("cases with a gap", told.gaps());
    long wrong;
    long behind;
    try (Connection database = servers.postgres().connect(DATABASE, PostgresServer.SUPERUSER)) {
      wrong = wrong(database, adopted);
      behind =
          number(
              database,
              "SELECT count(*) FROM assignment WHERE ended_at IS NULL AND reckoning <"
                  + " (SELECT max(reckoning) FROM work_calendar)");
    }
    report.add("sample of " + SAMPLE + " with a wrong due time", wrong);
    report.add("left behind", behind);
    report.add("signatures refused", clerk.refused());
    return state.path("finished").asBoolean()
        && told.moves() == moved
        && told.twice() == 0
        && told.gaps() == 0
        && wrong == 0
        && behind == 0
        && clerk.refused() == 0;
  }

  /** What the log told of moved due times. */
  private static final class Told {

    private final Set<String> moves = new HashSet<>();
    private final Map<String, TreeSet<Long>> sequences = new LinkedHashMap<>();
    private long twice;

    Told(List<Seen> seen) throws IOException {
      Set<String> events = new HashSet<>();
      for (Seen one : seen) {
        // What a relay sends again under the same number is dropped by every consumer.
        if (events.add(one.header("ce_id"))) {
          sequences
              .computeIfAbsent(one.record().key(), none -> new TreeSet<>())
              .add(Long.parseLong(one.header("ce_sequence")));
          if (MOVED.equals(one.header("ce_type"))) {
            JsonNode data = JSON.readTree(one.record().value());
            if (!moves.add(data.path("assignmentId").asText() + data.path("deadline").asText())) {
              twice++;
            }
          }
        }
      }
    }

    long moves() {
      return moves.size();
    }

    long twice() {
      return twice;
    }

    long gaps() {
      return sequences.values().stream()
          .filter(all -> all.last() - all.first() + 1 != all.size())
          .count();
    }
  }

  /** Replies of handled tasks that are not due when the calendar says. */
  private static long wrong(Connection database, WorkCalendar calendar) throws SQLException {
    long wrong = 0;
    try (Statement sql = database.createStatement();
        ResultSet row =
            sql.executeQuery(
                "SELECT created_at, reply_rule, reply_due FROM assignment"
                    + " WHERE status = 'CONTACTED' ORDER BY md5(assignment_id::text) LIMIT "
                    + SAMPLE)) {
      while (row.next()) {
        String[] rule = row.getString(2).split(" ");
        ClockTerms terms =
            ClockTerms.of(
                row.getTimestamp(1).toInstant(),
                new LimitRule(
                    Limit.parse(rule[0]), StartRule.valueOf(rule[1]), EndRule.valueOf(rule[2])));
        wrong += DueTime.compute(terms, calendar).equals(row.getTimestamp(3).toInstant()) ? 0 : 1;
      }
    }
    return wrong;
  }

  private static long number(Connection database, String query) throws SQLException {
    try (Statement sql = database.createStatement();
        ResultSet row = sql.executeQuery(query)) {
      row.next();
      return row.getLong(1);
    }
  }

  private static Map<String, Object> millis(Histogram micros) {
    Map<String, Object> millis = new LinkedHashMap<>();
    millis.put("count", micros.getTotalCount());
    millis.put("p50 ms", Report.round(micros.getValueAtPercentile(50) / 1000.0));
    millis.put("p99 ms", Report.round(micros.getValueAtPercentile(99) / 1000.0));
    millis.put("max ms", Report.round(micros.getMaxValue() / 1000.0));
    return millis;
  }

  private static double seconds(long began) {
    return (System.nanoTime() - began) / 1e9;
  }
}
