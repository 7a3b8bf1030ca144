package hotline.relay;

import java.sql.Connection;
import java.util.List;

/**
 * Does what is due, in the transaction that removes the timers: oldest first. A handler may
 * schedule the same kind and key again. When it throws, the timers come again one by one, and one
 * that fails alone is tried again later.
 */
@FunctionalInterface
public interface TimerHandler {

  void fire(Connection tx, List<DueTimer> due) throws Exception;
}
