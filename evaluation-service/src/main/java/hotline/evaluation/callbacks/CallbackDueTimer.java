package hotline.evaluation.callbacks;

import hotline.relay.DueTimer;
import hotline.relay.TimerHandler;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

/**
 * Marks callbacks that were not made in time. The timer of a callback that has ended meanwhile
 * fires into nothing: that is cheaper than a statement more in every rating.
 */
@ApplicationScoped
public class CallbackDueTimer implements TimerHandler {

  static final String KIND = "callback-due";

  private final MoveCallbacks move;
  private final Clock clock;

  CallbackDueTimer(MoveCallbacks move, Clock clock) {
    this.move = move;
    this.clock = clock;
  }

  @Override
  public void fire(Connection tx, List<DueTimer> due) throws SQLException {
    UUID[] callbacks = due.stream().map(timer -> UUID.fromString(timer.key())).toArray(UUID[]::new);
    move.moveThese(tx, callbacks);
    // The version stays: nobody who is typing a rating has to start again because of the clock.
    // One whose due time has moved meanwhile has another timer.
    try (PreparedStatement update =
        tx.prepareStatement(
            "update callback set overdue_since = callback_due where callback_id = any (?)"
                + " and status = 'OPEN' and overdue_since is null and callback_due <= ?")) {
      update.setArray(1, tx.createArrayOf("uuid", callbacks));
      update.setObject(2, clock.instant().atOffset(ZoneOffset.UTC));
      update.executeUpdate();
    }
  }
}
