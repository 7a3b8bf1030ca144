package hotline.relay.quarkus;

import hotline.relay.Faults;
import hotline.relay.InfrastructureFault;
import hotline.relay.Transactions;
import io.quarkus.arc.Arc;
import io.quarkus.arc.ManagedContext;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.narayana.jta.QuarkusTransactionException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.RollbackException;
import jakarta.transaction.SystemException;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** A new JTA transaction per call, so that appliers may use Hibernate in it. */
@ApplicationScoped
public class JtaTransactions implements Transactions {

  private static final int SECONDS = 60;

  private final DataSource database;

  JtaTransactions(DataSource database) {
    this.database = database;
  }

  @Override
  public <T> T call(Work<T> work) throws Exception {
    ManagedContext request = Arc.container().requestContext();
    boolean activated = !request.isActive();
    if (activated) {
      request.activate();
    }
    try {
      return QuarkusTransaction.requiringNew().timeout(SECONDS).call(() -> run(work));
    } catch (QuarkusTransactionException failed) {
      throw unwrapped(failed);
    } finally {
      if (activated) {
        request.terminate();
      }
    }
  }

  private <T> T run(Work<T> work) throws Exception {
    try (Connection tx = database.getConnection()) {
      return work.run(tx);
    }
  }

  private static Exception unwrapped(QuarkusTransactionException failed) {
    Throwable cause = failed.getCause();
    if (hasNoCulprit(cause)) {
      return new InfrastructureFault("The transaction was not committed", failed);
    }
    return cause instanceof Exception exception && !Faults.isInfrastructure(failed)
        ? exception
        : failed;
  }

  /** A transaction that ran out of time is rolled back without anybody's exception. */
  private static boolean hasNoCulprit(Throwable cause) {
    if (!(cause instanceof RollbackException) && !(cause instanceof SystemException)) {
      return false;
    }
    for (Throwable at = cause.getCause(); at != null; at = at.getCause()) {
      if (at instanceof SQLException || at instanceof RuntimeException) {
        return false;
      }
    }
    return cause.getSuppressed().length == 0;
  }
}
