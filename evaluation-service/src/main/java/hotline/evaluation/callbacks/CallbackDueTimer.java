package hotline.evaluation.callbacks;

import hotline.relay.DueTimer;
import hotline.relay.TimerHandler;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

/**
 * Marks callbacks that were not made in time. The timer of a callback that has ended meanwhile
 * fires into nothing: that is cheaper than a statement more in every rating.
 */
@ApplicationScoped
public class CallbackDueTimer implements TimerHandler {

  static final String KIND = "callback-due";

  @Override
  public void fire(Connection tx, List<DueTimer> due) throws SQLException {
    // The version stays: nobody who is typing a rating has to start again because of the clock.
    try (PreparedStatement update =
        tx.prepareStatement(
            "update callback set overdue_since = callback_due"
                + " where callback_id = any (?) and status = 'OPEN' and overdue_since is null")) {
      update.setArray(
          1,
          tx.createArrayOf(
              "uuid", due.stream().map(timer -> UUID.fromString(timer.key())).toArray()));
      update.executeUpdate();
    }
  }
}
