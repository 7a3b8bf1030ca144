package hotline.bench;

import hotline.simulator.Target;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A second reporting service reads the whole log into an empty database, beside the one that runs:
 * the same program with the same settings but for its database, its port and its consumer group.
 */
final class ReplayLogRun {

  private static final String SCRATCH = "bench_replay";
  private static final String LOG = "hotline.case-lifecycle.v1";
  private static final int PORT_AFTER_THE_STACK = 9;
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  private final Target target;

  ReplayLogRun(Target target) {
    this.target = target;
  }

  boolean run() throws Exception {
    Servers servers = new Servers(target.run());
    Report report = new Report(System.out, new Figures());
    long events;
    try (Connection reporting = servers.connect("reporting")) {
      events = Applied.in(reporting);
    }
    try (Connection server = servers.connect("postgres");
        Statement sql = server.createStatement()) {
      sql.execute("DROP DATABASE IF EXISTS " + SCRATCH + " WITH (FORCE)");
      sql.execute("CREATE DATABASE " + SCRATCH + " OWNER reporting");
      Process second = start(servers);
      try {
        double seconds = measure(servers, second, events);
        report.add("at", Instant.now().toString());
        report.add("events", events);
        report.add("recordsInLog", servers.records(LOG));
        report.add("seconds", Report.round(seconds));
        report.add("eventsPerSecond", Math.round(events / seconds));
      } finally {
        second.destroyForcibly().waitFor();
        sql.execute("DROP DATABASE " + SCRATCH + " WITH (FORCE)");
      }
    }
    return report.print();
  }

  private Process start(Servers servers) throws IOException {
    Path itself = Path.of("/proc/" + new Processes(target.run()).pid("reporting"));
    List<String> command = new ArrayList<>(words(itself.resolve("cmdline")));
    command.removeIf(word -> word.contains("SharedArchive"));
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(target.run().resolve("logs/bench-replay.log").toFile());
    Map<String, String> environment = builder.environment();
    for (String pair : words(itself.resolve("environ"))) {
      int equals = pair.indexOf('=');
      environment.put(pair.substring(0, equals), pair.substring(equals + 1));
    }
    environment.put("QUARKUS_DATASOURCE_JDBC_URL", servers.jdbcUrl(SCRATCH));
    environment.put(
        "QUARKUS_HTTP_PORT", Integer.toString(target.gateway().getPort() + PORT_AFTER_THE_STACK));
    environment.put("HOTLINE_RELAY_GROUP", SCRATCH + "-" + Instant.now().toEpochMilli());
    environment.put("HOTLINE_RELAY_INSTANCE", SCRATCH);
    return builder.start();
  }

  private static List<String> words(Path file) throws IOException {
    String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    return List.of(text.split("\0"));
  }

  /** From the first look that finds something applied to the one that finds everything. */
  private double measure(Servers servers, Process second, long events)
      throws SQLException, InterruptedException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    long began = 0;
    try (Connection database = servers.connect(SCRATCH)) {
      while (System.nanoTime() < end && second.isAlive()) {
        long applied = Applied.in(database);
        long now = System.nanoTime();
        if (applied == 0) {
          began = now;
        } else if (applied >= events) {
          return (now - began) / 1e9;
        }
        TimeUnit.MILLISECONDS.sleep(20);
      }
    }
    throw new IllegalStateException("重放未完成 / The replay did not end, see logs/bench-replay.log");
  }
}
