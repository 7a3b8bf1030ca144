package hotline.evaluation.timers;

import hotline.relay.DueTimer;
import java.sql.Connection;
import java.util.List;

/**
 * What is done when timers of one kind are due, in the transaction that removes them. The key of
 * each is the number of a callback.
 */
public interface DueWork {

  String kind();

  void fire(Connection tx, List<DueTimer> due) throws Exception;
}
