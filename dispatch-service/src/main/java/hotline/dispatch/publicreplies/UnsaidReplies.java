package hotline.dispatch.publicreplies;

import hotline.dispatch.cases.Cause;
import hotline.relay.Transactions;
import hotline.relay.quarkus.EventLog;
import hotline.relay.quarkus.JtaTransactions;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Says the replies that passed where nobody said so: before there was a topic for them, and at an
 * instance of before that still runs; and erases those of cases whose text was erased. Each batch
 * is a transaction that also notes what it said; any instance goes on where another was killed.
 */
@ApplicationScoped
public class UnsaidReplies {

  private static final Logger LOG = Logger.getLogger(UnsaidReplies.class);

  private static final int AFTER_THE_REST = 3000;
  private static final int BATCH = 200;
  // Facts of today wait in the same outbox: between two batches they have their turn.
  private static final long NEXT_BATCH_SECONDS = 1;
  private static final long NEXT_LOOK_SECONDS = 60;

  // Whoever reviews never touches a reply that has passed: nothing of an act waits for these locks.
  private static final String NOT_SAID =
      """
      select r.assignment_id, r.reply_no, a.case_id, a.role = 'LEAD' as answers
      from reply r join assignment a on a.assignment_id = r.assignment_id
      where r.decision = 'PASS' and not r.said and a.case_id <> all(?)
      order by r.reviewed_at limit ? for update of r skip locked
      """;
  private static final String ERASED =
      """
      select f.case_id, c.case_no from case_file f join handled_case c on c.case_id = f.case_id
      where f.erased and not f.replies_erased and f.case_id <> all(?)
      order by f.case_id limit 1 for update of f skip locked
      """;
  private static final String NOTE_ERASED =
      "update case_file set replies_erased = true where case_id = ?";
  private static final String ANSWERED_TOO =
      "select case_id from merging where main_case_id = any(?) and answer_task = any(?)";
  private static final String LOCK_CASES =
      "select case_id from handled_case where case_id = any(?) order by case_id for no key update";
  private static final String NOTE =
      "update reply r set said = true from unnest(?::uuid[], ?::integer[]) as n (assignment_id, reply_no)"
          + " where r.assignment_id = n.assignment_id and r.reply_no = n.reply_no";

  private record Passed(UUID assignmentId, int replyNo, UUID caseId, boolean answers) {}

  private final JtaTransactions transactions;
  private final PublicReplies replies;
  private final EventLog log;
  private final Clock clock;
  // Cases of which something could not be said: tried again with the next look.
  private final Set<UUID> setAside = new HashSet<>();
  private UUID tried;
  private boolean failing;
  private final ScheduledExecutorService looking =
      Executors.newSingleThreadScheduledExecutor(
          work -> {
            Thread thread = new Thread(work, "unsaid-replies");
            thread.setDaemon(true);
            return thread;
          });

  UnsaidReplies(JtaTransactions transactions, PublicReplies replies, EventLog log, Clock clock) {
    this.transactions = transactions;
    this.replies = replies;
    this.log = log;
    this.clock = clock;
  }

  void start(@Observes @Priority(AFTER_THE_REST) StartupEvent started) {
    looking.schedule(this::look, NEXT_BATCH_SECONDS, TimeUnit.SECONDS);
  }

  void stop(@Observes ShutdownEvent ending) {
    looking.shutdownNow();
  }

  private void look() {
    long next = NEXT_LOOK_SECONDS;
    try {
      if (erased() + said() > 0) {
        next = NEXT_BATCH_SECONDS;
      } else {
        setAside.clear();
      }
      failing = false;
    } catch (Exception failed) {
      if (!failing) {
        LOG.error("Replies of before wait to be said; what was said is noted", failed);
      }
      failing = true;
    }
    if (!looking.isShutdown()) {
      looking.schedule(this::look, next, TimeUnit.SECONDS);
    }
  }

  /** One batch in a transaction of its own, or one by one where that fails; how many were said. */
  public int said() throws Exception {
    try {
      return transactions.call(tx -> next(tx, BATCH));
    } catch (Exception failed) {
      return oneByOne(tx -> next(tx, 1));
    }
  }

  /**
   * Erases what was answered to those whose text was erased, and says anew without its words what
   * was answered together with them; how many were seen to.
   */
  public int erased() throws Exception {
    return oneByOne(this::nextErased);
  }

  /** One that fails does not stop the rest. */
  private int oneByOne(Transactions.Work<Integer> next) throws Exception {
    int seenTo = 0;
    for (int i = 0; i < BATCH; i++) {
      tried = null;
      try {
        if (transactions.call(next) == 0) {
          break;
        }
        seenTo++;
      } catch (Exception failed) {
        if (tried == null) {
          throw failed;
        }
        LOG.errorf(failed, "The replies to case %s cannot be said; it is tried again", tried);
        setAside.add(tried);
      }
    }
    return seenTo;
  }

  private int nextErased(Connection tx) throws SQLException {
    String caseNo;
    try (PreparedStatement sql = tx.prepareStatement(ERASED)) {
      sql.setArray(1, tx.createArrayOf("uuid", setAside.toArray()));
      try (ResultSet row = sql.executeQuery()) {
        if (!row.next()) {
          return 0;
        }
        tried = row.getObject(1, UUID.class);
        caseNo = row.getString(2);
      }
    }
    Set<UUID> others = new HashSet<>(HandledTogether.with(tx, List.of(tried)).with(tried));
    Set<UUID> cases = new HashSet<>(others);
    cases.add(tried);
    // No reply that passes meanwhile is said after the tombstone.
    lock(tx, cases);
    Instant now = Cause.now(clock);
    log.append(replies.erased(tried, caseNo, now));
    log.append(replies.of(others, now));
    try (PreparedStatement sql = tx.prepareStatement(NOTE_ERASED)) {
      sql.setObject(1, tried);
      return sql.executeUpdate();
    }
  }

  private int next(Connection tx, int most) throws SQLException {
    List<Passed> batch = notSaid(tx, most);
    if (batch.isEmpty()) {
      return 0;
    }
    tried = batch.get(0).caseId();
    Set<UUID> cases = answeredBy(tx, batch);
    lock(tx, cases);
    log.append(replies.of(cases, Cause.now(clock)));
    note(tx, batch);
    return batch.size();
  }

  private List<Passed> notSaid(Connection tx, int most) throws SQLException {
    List<Passed> found = new ArrayList<>();
    try (PreparedStatement sql = tx.prepareStatement(NOT_SAID)) {
      sql.setArray(1, tx.createArrayOf("uuid", setAside.toArray()));
      sql.setInt(2, most);
      try (ResultSet row = sql.executeQuery()) {
        while (row.next()) {
          found.add(
              new Passed(
                  row.getObject("assignment_id", UUID.class),
                  row.getInt("reply_no"),
                  row.getObject("case_id", UUID.class),
                  row.getBoolean("answers")));
        }
      }
    }
    return found;
  }

  /** The cases of the lead units, and those that followed them. */
  private static Set<UUID> answeredBy(Connection tx, List<Passed> batch) throws SQLException {
    List<Passed> answers = batch.stream().filter(Passed::answers).toList();
    Set<UUID> cases = new LinkedHashSet<>(answers.stream().map(Passed::caseId).toList());
    if (cases.isEmpty()) {
      return cases;
    }
    try (PreparedStatement sql = tx.prepareStatement(ANSWERED_TOO)) {
      sql.setArray(1, tx.createArrayOf("uuid", cases.toArray()));
      sql.setArray(
          2, tx.createArrayOf("uuid", answers.stream().map(Passed::assignmentId).toArray()));
      try (ResultSet row = sql.executeQuery()) {
        while (row.next()) {
          cases.add(row.getObject(1, UUID.class));
        }
      }
    }
    return cases;
  }

  private static void lock(Connection tx, Set<UUID> cases) throws SQLException {
    if (cases.isEmpty()) {
      return;
    }
    try (PreparedStatement sql = tx.prepareStatement(LOCK_CASES)) {
      sql.setArray(1, tx.createArrayOf("uuid", cases.toArray()));
      sql.execute();
    }
  }

  private static void note(Connection tx, List<Passed> batch) throws SQLException {
    try (PreparedStatement sql = tx.prepareStatement(NOTE)) {
      sql.setArray(1, tx.createArrayOf("uuid", batch.stream().map(Passed::assignmentId).toArray()));
      sql.setArray(2, tx.createArrayOf("integer", batch.stream().map(Passed::replyNo).toArray()));
      sql.executeUpdate();
    }
  }
}
