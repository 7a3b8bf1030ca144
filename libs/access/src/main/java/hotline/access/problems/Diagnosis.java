package hotline.access.problems;

import hotline.access.Invalid;
import hotline.access.Refusal;
import hotline.access.StaleVersion;
import hotline.access.Unavailable;
import java.net.ConnectException;
import java.sql.SQLException;
import java.util.Set;

/**
 * What an exception that nobody expected means for the asker, judged by its whole chain of causes.
 */
final class Diagnosis {
  private static final int DEEPEST = 25;
  private static final Set<String> STALE =
      Set.of(
          "OptimisticLockException",
          "StaleObjectStateException",
          "StaleStateException",
          "OptimisticEntityLockException");

  private Diagnosis() {}

  /** The refusal that explains it, or null when it is a fault of the service. */
  static Refusal of(Throwable thrown) {
    int depth = 0;
    for (Throwable cause = thrown;
        cause != null && depth < DEEPEST;
        cause = cause.getCause(), depth++) {
      Refusal known = known(cause);
      if (known != null) {
        return known;
      }
    }
    return null;
  }

  private static Refusal known(Throwable cause) {
    if (cause instanceof Refusal refusal) {
      return refusal;
    }
    if (STALE.contains(cause.getClass().getSimpleName())) {
      return new StaleVersion();
    }
    if (cause instanceof ConnectException) {
      return new Unavailable();
    }
    return cause instanceof SQLException sql ? ofSqlState(sql.getSQLState()) : null;
  }

  private static Refusal ofSqlState(String state) {
    // The pool's own exceptions (no connection in time, pool closed) carry no state.
    if (state == null
        || state.startsWith("08")
        || state.startsWith("40")
        || state.startsWith("53")
        || state.startsWith("57")
        || state.equals("55P03")) {
      return new Unavailable();
    }
    if (state.equals("23505")) {
      return WebRefusal.concurrentChange();
    }
    if (state.startsWith("22")) {
      return new Invalid(
          "",
          "not-storable",
          "某个值过长、过大或含有不能保存的字符。",
          "A value is too long, too large or has a character that cannot be kept.");
    }
    return null;
  }
}
