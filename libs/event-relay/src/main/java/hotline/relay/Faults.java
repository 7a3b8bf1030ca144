package hotline.relay;

import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.sql.SQLException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.common.errors.RetriableException;

/** Tells a fault of the surroundings, which passes, from a record that can never be applied. */
public final class Faults {

  /** Connection, resources, concurrency, operator intervention, system: classes of SQLSTATE. */
  private static final List<String> CLASSES = List.of("08", "28", "3D", "40", "53", "57", "58");

  /** Lock not available, object in use, read only (a standby after failover), not permitted. */
  private static final Set<String> STATES = Set.of("55P03", "55006", "25006", "42501");

  private static final int DEEPEST = 30;

  private Faults() {}

  /** Whether waiting may help; true wins over a {@link PoisonRecord} that wraps such a fault. */
  public static boolean isInfrastructure(Throwable failed) {
    int depth = 0;
    for (Throwable at = failed; at != null && depth < DEEPEST; at = at.getCause(), depth++) {
      if (passes(at)) {
        return true;
      }
    }
    return false;
  }

  static Optional<PoisonRecord> poison(Throwable failed) {
    int depth = 0;
    for (Throwable at = failed; at != null && depth < DEEPEST; at = at.getCause(), depth++) {
      if (at instanceof PoisonRecord poison) {
        return Optional.of(poison);
      }
    }
    return Optional.empty();
  }

  private static boolean passes(Throwable at) {
    if (at instanceof SQLException sql) {
      return passes(sql);
    }
    if (at instanceof VirtualMachineError) {
      // A stack that overflows is a document nested too deep, and will overflow again.
      return !(at instanceof StackOverflowError);
    }
    return at instanceof InfrastructureFault
        || at instanceof SocketException
        || at instanceof SocketTimeoutException
        || at instanceof UnknownHostException
        || at instanceof TimeoutException
        || at instanceof RetriableException;
  }

  private static boolean passes(SQLException sql) {
    if (sql instanceof SQLTransientException || sql instanceof SQLRecoverableException) {
      return true;
    }
    String state = sql.getSQLState();
    // Pools speak without a state: no connection came in time.
    if (state == null || state.length() < 2) {
      return sql.getNextException() == null || passes(sql.getNextException());
    }
    return STATES.contains(state) || CLASSES.contains(state.substring(0, 2));
  }
}
