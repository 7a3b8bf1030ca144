package hotline.relay;

import java.sql.Connection;

/**
 * Transaction boundary supplied by the host: begin, run with the connection of that transaction,
 * commit; any exception rolls back and reaches the caller.
 */
public interface Transactions {

  <T> T call(Work<T> work) throws Exception;

  /** What is done inside the transaction. */
  interface Work<T> {
    T run(Connection tx) throws Exception;
  }
}
