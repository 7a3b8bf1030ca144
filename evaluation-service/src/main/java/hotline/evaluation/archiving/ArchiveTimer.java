package hotline.evaluation.archiving;

import hotline.evaluation.callbacks.Callback;
import hotline.evaluation.callbacks.CallbackRepository;
import hotline.evaluation.cases.HotlineCase;
import hotline.lifecycle.CaseStatus;
import hotline.relay.DueTimer;
import hotline.relay.Timers;
import hotline.relay.quarkus.JoinedConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

/**
 * Sets when a closed case is looked at to be archived (归档). Each closing has a timer of its own,
 * under the number of its callback: that of a case which was reopened meanwhile fires into nothing,
 * and its next closing meets none that fires at that moment.
 */
@ApplicationScoped
public class ArchiveTimer {

  static final String KIND = "archive-due";

  // In one look: a timer that fires meanwhile is still there, or its case is archived already.
  private static final String MISSING =
      """
      insert into timer (kind, key, due_at)
      select ?, m.callback_id::text,
             greatest(m.reopen_until,
                      ? + row_number() over (order by m.reopen_until, m.callback_id) * ? * interval '1 millisecond')
        from (select c.callback_id, c.reopen_until
                from hotline_case h
                join callback c on c.case_id = h.case_id and c.round = h.round
               where h.status = 'CLOSED' and c.decision = 'CLOSED'
                 and not exists (
                   select 1 from timer t where t.key = c.callback_id::text and t.kind = ?)
               limit ?) m
          on conflict do nothing""";

  private final CallbackRepository callbacks;
  private final ArchivePolicyInForce policy;
  private final Timers timers;
  private final JoinedConnection database;
  private final Clock clock;

  ArchiveTimer(
      CallbackRepository callbacks,
      ArchivePolicyInForce policy,
      Timers timers,
      JoinedConnection database,
      Clock clock) {
    this.callbacks = callbacks;
    this.policy = policy;
    this.timers = timers;
    this.database = database;
    this.clock = clock;
  }

  /** For the case that this callback closes now. */
  public void begin(Callback closing) {
    DueTimer first = at(closing, policy.get().from(closing));
    database.call(
        tx -> {
          timers.scheduleAll(tx, List.of(first));
          return null;
        });
  }

  /**
   * What stood against it has ended; its case is locked. A timer may be firing at this moment and
   * wait for the case: it is not waited for, and sees what was written.
   */
  public void lookAgain(HotlineCase about) {
    Callback closing = callbacks.closing(about.caseId(), about.round());
    if (closing != null && about.status() == CaseStatus.CLOSED) {
      List<String> keys = List.of(closing.callbackId().toString());
      database.call(tx -> timers.hasten(tx, KIND, keys, clock.instant()));
    }
  }

  /** For closings that were looked at too early, or that something holds: at that moment each. */
  void again(Connection tx, Map<Callback, Instant> moments) throws SQLException {
    timers.scheduleAll(
        tx, moments.entrySet().stream().map(one -> at(one.getKey(), one.getValue())).toList());
  }

  /**
   * For closed cases that have none, the first of them at {@code from} or when their windows are
   * over.
   *
   * @param apart between two that are over already
   * @return how many there were, at most {@code batch}
   */
  static int setMissing(Connection connection, Instant from, Duration apart, int batch)
      throws SQLException {
    try (PreparedStatement insert = connection.prepareStatement(MISSING)) {
      insert.setString(1, KIND);
      insert.setObject(2, from.atOffset(ZoneOffset.UTC));
      insert.setLong(3, apart.toMillis());
      insert.setString(4, KIND);
      insert.setInt(5, batch);
      return insert.executeUpdate();
    }
  }

  private static DueTimer at(Callback closing, Instant moment) {
    return new DueTimer(KIND, closing.callbackId().toString(), moment, null);
  }
}
