package hotline.bench;

import hotline.calendar.ClockTerms;
import hotline.calendar.DueTime;
import hotline.calendar.EndRule;
import hotline.calendar.LightRule;
import hotline.calendar.Limit;
import hotline.calendar.LimitRule;
import hotline.calendar.StartRule;
import hotline.calendar.WorkCalendar;
import hotline.localservers.PostgresServer;
import java.io.PrintStream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.HdrHistogram.Histogram;

/**
 * Fills the database of a dispatch service with open cases, as the service itself would have
 * written them: the first in hand since yesterday, signed and contacted, with its reply due in some
 * days; every so many, scattered among them, an urgent one that nobody signs.
 *
 * <p>Due times come from the work calendar and the limits in the database; a few thousand moments
 * are computed and shared by all cases.
 */
final class OpenCases {

  private static final String DATABASE = "dispatch";
  private static final int MOMENTS = 4000;
  private static final int CHUNK = 25_000;
  private static final int FILLERS = 2;
  private static final List<String> KINDS = List.of("HELP", "HELP", "COMPLAINT", "REPORT");

  /** What becomes of the clocks of a wave. */
  enum Turn {
    /** They turn yellow; said before were dispatched and created. */
    YELLOW("hotline.deadline.approaching.v1", 2, "sign_yellow"),
    /** They run out; that they come near their end was said as well. */
    RED("hotline.deadline.missed.v1", 3, "sign_due");

    private final String event;
    private final long saidBefore;
    private final String column;

    Turn(String event, long saidBefore, String column) {
      this.event = event;
      this.saidBefore = saidBefore;
      this.column = column;
    }

    /** The type of what is said then. */
    String event() {
      return event;
    }

    /** Facts that dispatch has said about each of the cases before. */
    long saidBefore() {
      return saidBefore;
    }
  }

  private static final String PREPARE =
      """
      CREATE SCHEMA bench;
      CREATE FUNCTION bench.uuid7(at timestamptz, seed text) RETURNS uuid IMMUTABLE LANGUAGE sql AS $$
        SELECT (lpad(to_hex((extract(epoch FROM at) * 1000)::bigint), 12, '0')
          || '7' || substr(md5(seed), 1, 3) || '8' || substr(md5(seed), 4, 15))::uuid
      $$;
      CREATE UNLOGGED TABLE bench.moment (
        i integer PRIMARY KEY, kind text, urgency text, created timestamptz, signed timestamptz,
        contacted timestamptz, sign_rule text, contact_rule text, reply_rule text,
        sign_due timestamptz, contact_due timestamptz, reply_due timestamptz,
        sign_yellow timestamptz, contact_yellow timestamptz, reply_yellow timestamptz);
      CREATE UNLOGGED TABLE bench.unsigned (case_id uuid, assignment_id uuid, wave integer);
      CREATE UNLOGGED TABLE bench.route AS
        SELECT row_number() OVER (ORDER BY c.code) - 1 AS i, c.code AS category, u.code AS unit, u.path, r.rule_id AS rule
        FROM category c
        CROSS JOIN LATERAL (SELECT * FROM routing_rule r WHERE r.place_prefix = '' AND r.valid_to IS NULL
          AND starts_with(c.code, r.category_prefix) ORDER BY length(r.category_prefix) DESC LIMIT 1) r
        JOIN unit u ON u.code = r.target
        WHERE c.level = 3;
      CREATE UNLOGGED TABLE bench.place AS
        SELECT row_number() OVER (ORDER BY code) - 1 AS i, code, path FROM place WHERE level IN ('street', 'community');
      CREATE UNIQUE INDEX ON bench.route (i);
      CREATE UNIQUE INDEX ON bench.place (i);
      ANALYZE bench.route, bench.place;
      """;

  // One chunk of cases with everything that the rows below are made of.
  private static final String CHOOSE =
      """
      CREATE TEMP TABLE chosen ON COMMIT DROP AS
      SELECT n, n / ? % ? AS wave, m.*, r.category, r.unit, r.path AS unit_path, r.rule, p.code AS place, p.path AS place_path,
        bench.uuid7(m.created, 'case ' || n) AS case_id, bench.uuid7(m.created, 'task ' || n) AS task_id,
        to_char(m.created, 'YYMMDD-') || to_char(n % 1000000, 'FM000000') || '-' || n % 10 AS case_no
      FROM generate_series(?::bigint, ?::bigint) n
      JOIN bench.moment m ON m.i = CASE WHEN n % ? = 0 AND n < ? THEN 0 ELSE 1 + n * 7919 % ? END
      JOIN bench.route r ON r.i = n * 31 % (SELECT count(*) FROM bench.route)
      JOIN bench.place p ON p.i = n * 17 % (SELECT count(*) FROM bench.place)
      """;

  private static final List<String> WRITE =
      List.of(
          """
          INSERT INTO handled_case (case_id, case_no, status, kind, urgency, category_code, place_code, place_path,
            received_at, confidential, accepted_event, accepted_at, offered_to_catalogue, round, lead_unit_id,
            open_co_units, urge_count, sequence, version)
          SELECT case_id, case_no, CASE WHEN signed IS NULL THEN 'DISPATCHED' ELSE 'HANDLING' END, kind, urgency,
            category, place, place_path, created - interval '2 minutes', false, bench.uuid7(created, 'accepted ' || n),
            created, true, 1, unit, 0, 0, CASE WHEN signed IS NULL THEN 2 ELSE 4 END,
            CASE WHEN signed IS NULL THEN 0 ELSE 1 END
          FROM chosen ORDER BY n
          """,
          """
          INSERT INTO case_file (case_id, version, title, content, demand, address, confidential, supplements, updated_at)
          SELECT case_id, 1, '小区门口路面破损', '来电人反映小区门口路面破损多日，雨后积水，老人和孩子出行不便，曾向物业反映未果。',
            '要求尽快修复路面', '某某路 ' || n % 300 || ' 号', false, '[]', created - interval '2 minutes'
          FROM chosen ORDER BY n
          """,
          """
          INSERT INTO dispatch_decision (case_id, round, lead_unit_id, co_unit_ids, automatic, rule_id,
            catalogue_version, explanation, decided_by, decided_at)
          SELECT case_id, 1, unit, '{}', true, rule, 'catalogue/1', jsonb_build_array(jsonb_build_object(
              'zh', '按目录 ' || rule || ' 派单。', 'en', 'Dispatched by rule ' || rule || '.')), 'system', created
          FROM chosen ORDER BY n
          """,
          """
          INSERT INTO assignment (assignment_id, case_id, round, role, unit_id, unit_path, status, created_at,
            policy_version, sign_rule, contact_rule, reply_rule, reply_pauses, sign_due, contact_due, reply_due,
            sign_yellow, contact_yellow, reply_yellow, next_due, sign_missed, contact_missed, reply_missed, signed_at, signed_by, contacted_at, attempts,
            replies, version)
          SELECT task_id, case_id, 1, 'LEAD', unit, unit_path,
            CASE WHEN signed IS NULL THEN 'PENDING_SIGN' ELSE 'CONTACTED' END, created, 'sd-default/1', sign_rule,
            contact_rule, reply_rule, '{}', sign_due, contact_due, reply_due,
            sign_yellow, contact_yellow, reply_yellow, CASE WHEN signed IS NULL THEN sign_due ELSE reply_due END, false, false, false, signed,
            CASE WHEN signed IS NULL THEN NULL ELSE 'clerk-' || n % 1000 END, contacted,
            CASE WHEN signed IS NULL THEN 0 ELSE 1 END, 0, CASE WHEN signed IS NULL THEN 0 ELSE 2 END
          FROM chosen ORDER BY n
          """,
          """
          INSERT INTO contact_attempt (assignment_id, attempt_no, result, channel, attempted_by, attempted_at)
          SELECT task_id, 1, 'REACHED', 'PHONE', 'clerk-' || n % 1000, contacted FROM chosen
          WHERE contacted IS NOT NULL ORDER BY n
          """,
          """
          INSERT INTO consumed_sequence (key, source, last_sequence, previous_sequence)
          SELECT case_id::text, '/intake-service', 2, 0 FROM chosen ORDER BY n
          """,
          """
          INSERT INTO timer (kind, key, due_at)
          SELECT 'assignment-clock', task_id || '/0',
            CASE WHEN signed IS NULL THEN sign_yellow ELSE reply_yellow END
          FROM chosen ORDER BY n
          """,
          """
          INSERT INTO bench.unsigned SELECT case_id, task_id, wave FROM chosen WHERE signed IS NULL
          """,
          // Supervision looks at every open case once in a while: evenly over the time.
          """
          INSERT INTO timer (kind, key, due_at)
          SELECT 'case-escalation', case_id::text, now() + random() * ?::interval FROM chosen ORDER BY n
          """);

  private final PostgresServer postgres;
  private final long cases;
  private final int due;
  private final int waves;
  private final Duration lookEvery;
  private final PrintStream out;

  /**
   * @param due how many of them wait for a signature, in each wave
   * @param lookEvery how long supervision lets a case rest
   */
  OpenCases(
      PostgresServer postgres,
      long cases,
      int due,
      int waves,
      Duration lookEvery,
      PrintStream out) {
    this.postgres = postgres;
    this.cases = cases;
    this.due = due;
    this.waves = waves;
    this.lookEvery = lookEvery;
    this.out = out;
  }

  /** Fills, and leaves the tables as they are after a while: vacuumed, with statistics. */
  void fill() throws Exception {
    try (Connection connection = connect();
        Statement sql = connection.createStatement()) {
      sql.execute(PREPARE);
      writeMoments(connection, Instant.now());
      sql.execute("ANALYZE bench.moment");
    }
    AtomicLong next = new AtomicLong();
    AtomicLong done = new AtomicLong();
    List<Callable<Void>> fillers = new ArrayList<>();
    for (int filler = 0; filler < FILLERS; filler++) {
      fillers.add(
          () -> {
            fillChunks(next, done);
            return null;
          });
    }
    ExecutorService threads = Executors.newFixedThreadPool(FILLERS);
    try {
      for (Future<Void> filled : threads.invokeAll(fillers)) {
        filled.get();
      }
    } finally {
      threads.shutdownNow();
    }
    out.println("  整理与统计 / Vacuum and statistics");
    try (Connection connection = connect();
        Statement sql = connection.createStatement()) {
      sql.execute("VACUUM (ANALYZE)");
      sql.execute("CHECKPOINT");
    }
  }

  private void fillChunks(AtomicLong next, AtomicLong done) throws SQLException {
    try (Connection connection = connect();
        Statement session = connection.createStatement()) {
      // What is written refers to what is written beside it; asking a million times takes minutes.
      session.execute("SET session_replication_role = replica");
      session.execute("SET synchronous_commit = off");
      connection.setAutoCommit(false);
      for (long from = next.getAndAdd(CHUNK); from < cases; from = next.getAndAdd(CHUNK)) {
        long to = Math.min(from + CHUNK, cases);
        choose(connection, from, to - 1);
        for (String rows : WRITE) {
          try (PreparedStatement sql = connection.prepareStatement(rows)) {
            if (rows.contains("?")) {
              sql.setString(1, lookEvery.toSeconds() + " seconds");
            }
            sql.executeUpdate();
          }
        }
        connection.commit();
        out.printf("  工单 / cases %,d / %,d%n", done.addAndGet(to - from), cases);
      }
    }
  }

  private void choose(Connection connection, long from, long to) throws SQLException {
    long unsigned = (long) due * waves;
    long every = cases / unsigned;
    try (PreparedStatement sql = connection.prepareStatement(CHOOSE)) {
      sql.setLong(1, every);
      sql.setInt(2, waves);
      sql.setLong(3, from);
      sql.setLong(4, to);
      sql.setLong(5, every);
      sql.setLong(6, every * unsigned);
      sql.setInt(7, MOMENTS);
      sql.executeUpdate();
    }
  }

  /** The first is that of the urgent ones, the others lie on the day before today. */
  private void writeMoments(Connection connection, Instant now) throws SQLException {
    Random random = new Random(1);
    WorkCalendar calendar = WorkCalendar.china();
    try (PreparedStatement sql =
        connection.prepareStatement(
            "INSERT INTO bench.moment VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
      for (int i = 0; i <= MOMENTS; i++) {
        boolean urgent = i == 0;
        String kind = KINDS.get(i % KINDS.size());
        String urgency = urgent ? "URGENT" : "NORMAL";
        Instant created =
            urgent ? now : now.minusMillis((long) ((1 + random.nextDouble()) * 86_400_000L));
        sql.setInt(1, i);
        sql.setString(2, kind);
        sql.setString(3, urgency);
        sql.setObject(4, created.atOffset(ZoneOffset.UTC));
        sql.setObject(5, urgent ? null : created.plusSeconds(600).atOffset(ZoneOffset.UTC));
        sql.setObject(6, urgent ? null : created.plusSeconds(1800).atOffset(ZoneOffset.UTC));
        int column = 7;
        for (String clock : List.of("SIGN", "CONTACT", "REPLY")) {
          LimitRule rule = rule(connection, urgent ? null : kind, urgency, clock);
          sql.setString(
              column, rule.limit().format() + " " + rule.startRule() + " " + rule.endRule());
          ClockTerms terms = ClockTerms.of(created, rule);
          sql.setObject(column + 3, DueTime.compute(terms, calendar).atOffset(ZoneOffset.UTC));
          sql.setObject(
              column + 6, LightRule.DEFAULT.yellowFrom(terms, calendar).atOffset(ZoneOffset.UTC));
          column++;
        }
        sql.addBatch();
      }
      sql.executeBatch();
    }
  }

  private static LimitRule rule(Connection connection, String kind, String urgency, String clock)
      throws SQLException {
    try (PreparedStatement sql =
        connection.prepareStatement(
            "SELECT duration, start_rule, end_rule FROM limit_policy WHERE policy = 'sd-default'"
                + " AND kind IS NOT DISTINCT FROM ? AND urgency = ? AND clock = ?"
                + " ORDER BY version DESC LIMIT 1")) {
      sql.setString(1, kind);
      sql.setString(2, urgency);
      sql.setString(3, clock);
      try (ResultSet row = sql.executeQuery()) {
        row.next();
        return new LimitRule(
            Limit.parse(row.getString(1)),
            StartRule.valueOf(row.getString(2)),
            EndRule.valueOf(row.getString(3)));
      }
    }
  }

  /**
   * The unsigned ones of a wave were dispatched at another moment: so that all of them turn at
   * {@code at}, however long the filling took.
   */
  void turn(int wave, Turn turn, Instant at) throws SQLException {
    try (Connection connection = connect();
        Statement sql = connection.createStatement()) {
      connection.setAutoCommit(false);
      sql.execute(
          "CREATE TEMP TABLE moved ON COMMIT DROP AS SELECT case_id, assignment_id, '"
              + at
              + "'::timestamptz - "
              + turn.column
              + " AS later FROM bench.unsigned JOIN assignment USING (case_id, assignment_id) WHERE wave = "
              + wave);
      for (String row :
          List.of(
              "handled_case t SET received_at = received_at + later, accepted_at = accepted_at + later,"
                  + " sequence = "
                  + turn.saidBefore,
              "dispatch_decision t SET decided_at = decided_at + later",
              "assignment t SET created_at = created_at + later, sign_due = sign_due + later,"
                  + " contact_due = contact_due + later, reply_due = reply_due + later,"
                  + " sign_yellow = sign_yellow + later, contact_yellow = contact_yellow + later,"
                  + " reply_yellow = reply_yellow + later, next_due = next_due + later")) {
        sql.executeUpdate("UPDATE " + row + " FROM moved m WHERE t.case_id = m.case_id");
      }
      if (turn == Turn.RED) {
        sql.executeUpdate(
            "UPDATE assignment t SET sign_warned = sign_due FROM moved m WHERE t.assignment_id = m.assignment_id");
      }
      sql.executeUpdate(
          "UPDATE timer SET due_at = '"
              + (turn == Turn.RED ? at.plusMillis(1) : at)
              + "'::timestamptz FROM moved WHERE kind = 'assignment-clock' AND key = assignment_id || '/0'");
      connection.commit();
    }
  }

  /** The tasks of a wave. */
  List<String> tasks(int wave) throws SQLException {
    List<String> tasks = new ArrayList<>();
    try (Connection connection = connect();
        Statement sql = connection.createStatement();
        ResultSet row =
            sql.executeQuery("SELECT assignment_id FROM bench.unsigned WHERE wave = " + wave)) {
      while (row.next()) {
        tasks.add(row.getString(1));
      }
    }
    return tasks;
  }

  /** From the moment of each until the transaction that noted it was committed. */
  Histogram millisUntilCommitted(int wave, Turn turn) throws SQLException {
    Histogram late = new Histogram(3);
    try (Connection connection = connect();
        Statement sql = connection.createStatement();
        ResultSet row =
            sql.executeQuery(
                "SELECT extract(epoch FROM pg_xact_commit_timestamp(a.xmin) - "
                    + turn.column
                    + ") * 1000 FROM bench.unsigned JOIN assignment a USING (case_id, assignment_id)"
                    + " WHERE (sign_missed OR sign_warned = sign_due) AND wave = "
                    + wave)) {
      while (row.next()) {
        late.recordValue(Math.max(0, row.getLong(1)));
      }
    }
    return late;
  }

  private Connection connect() throws SQLException {
    return postgres.connect(DATABASE, PostgresServer.SUPERUSER);
  }
}
