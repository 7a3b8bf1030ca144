package hotline.reconcile;

import hotline.lifecycle.Source;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Compares the four databases and the log: prints what was checked and every kind of difference.
 * Exit code 0 when everything agrees, 1 when something differs, 2 when it could not look.
 */
public final class Reconcile {

  private static final int DEFAULT_PORT = 8080;
  private static final int POSTGRES = 6;
  private static final int KAFKA = 7;
  private static final Duration STANDSTILL = Duration.ofSeconds(20);

  private final PrintStream out;

  Reconcile(PrintStream out) {
    this.out = out;
  }

  public static void main(String[] arguments) {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    try {
      System.exit(new Reconcile(out).run("127.0.0.1", port(arguments)) ? 0 : 1);
    } catch (SQLException | RuntimeException away) {
      out.println(
          "✗ 无法核对，请先启动系统（deploy/up） / Cannot look, start the stack first (deploy/up): "
              + away.getMessage());
      System.exit(2);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      System.exit(2);
    }
  }

  private static int port(String[] arguments) {
    for (int i = 0; i + 1 < arguments.length; i++) {
      if (arguments[i].equals("--port")) {
        return Integer.parseInt(arguments[i + 1]);
      }
    }
    String port = System.getenv("HOTLINE_PORT");
    return port == null || port.isBlank() ? DEFAULT_PORT : Integer.parseInt(port);
  }

  boolean run(String host, int port) throws SQLException, InterruptedException {
    Differences differences = new Differences();
    List<ServiceDatabase> databases = new ArrayList<>();
    try {
      for (Source service : Comparison.services()) {
        databases.add(ServiceDatabase.open(service, host, port + POSTGRES));
      }
      if (!new Quiet(STANDSTILL).await(databases)) {
        differences.add(
            "未静止 / not at rest",
            "an outbox still holds records and nothing has moved for "
                + STANDSTILL.toSeconds()
                + " s");
      }
      LogContents log = LogContents.read(host + ":" + (port + KAFKA), differences);
      line(
          "日志 / log",
          log.records()
              + " records, "
              + log.cases().size()
              + " cases, "
              + differences.duplicates()
              + " repeated, "
              + log.unreadable().size()
              + " unreadable");
      compare(log, databases, differences);
      rankings(host + ":" + (port + KAFKA), databases, differences);
    } finally {
      for (ServiceDatabase database : databases) {
        database.close();
      }
    }
    return verdict(differences);
  }

  private void compare(LogContents log, List<ServiceDatabase> databases, Differences differences)
      throws SQLException {
    Comparison comparison = new Comparison(log, differences);
    for (ServiceDatabase database : databases) {
      Map<UUID, ServiceDatabase.State> states = database.states();
      long cases = comparison.states(database.service(), states);
      long sequences = comparison.sequences(database.service(), database.applied());
      comparison.parked(database);
      line(
          database.service().uri(),
          cases
              + " cases in the status of the log, "
              + sequences
              + " streams of facts applied to their end");
      if (database.service() == Source.INTAKE) {
        line(
            "公开答复 / replies",
            comparison.replies(database.answeredRounds())
                + " rounds answered, each told to its citizen");
      }
      if (database.service() == Source.REPORTING) {
        comparison.headline(database.headline());
        Map<String, Long> recount = HeadlineRecount.of(log.cases().values());
        line(
            "总数 / headline",
            recount.get("accepted")
                + " accepted, "
                + recount.get("closed")
                + " closed, "
                + recount.get("withdrawn")
                + " withdrawn, "
                + (recount.get("satisfied_yes") + recount.get("unscored_satisfied"))
                + " satisfied, "
                + recount.get("overdue")
                + " overdue: recounted from the log");
      }
    }
  }

  private void rankings(
      String bootstrapServers, List<ServiceDatabase> databases, Differences differences)
      throws SQLException {
    var said = PublishedRankings.read(bootstrapServers, differences);
    for (ServiceDatabase database : databases) {
      if (database.service() == Source.REPORTING) {
        new Comparison(new LogContents(), differences).rankings(said, database.rankings());
      }
    }
    line("排名 / rankings", said.size() + " published rankings and errata as they were said");
  }

  private boolean verdict(Differences differences) {
    if (differences.total() == 0) {
      out.println("✓ 核对一致，没有差异 / Everything agrees, no difference");
      return true;
    }
    differences
        .kept()
        .forEach(
            (kind, examples) -> {
              out.println("✗ " + kind + ": " + differences.of(kind));
              examples.forEach(example -> out.println("    " + example));
              if (differences.of(kind) > examples.size()) {
                out.println("    … " + (differences.of(kind) - examples.size()) + " more");
              }
            });
    out.println("✗ 共 " + differences.total() + " 处差异 / " + differences.total() + " differences");
    return false;
  }

  private void line(String what, String found) {
    out.printf("  %-22s %s%n", what, found);
  }
}
