package hotline.relay.quarkus;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;

/** Wakes the relay once after a commit, however often the transaction appended. */
@ApplicationScoped
class AfterCommit {

  private final TransactionSynchronizationRegistry registry;
  private final RelayEngine engine;

  AfterCommit(TransactionSynchronizationRegistry registry, RelayEngine engine) {
    this.registry = registry;
    this.engine = engine;
  }

  void wakeRelay() {
    if (registry.getResource(AfterCommit.class) != null) {
      return;
    }
    registry.putResource(AfterCommit.class, Boolean.TRUE);
    registry.registerInterposedSynchronization(
        new Synchronization() {
          @Override
          public void beforeCompletion() {
            // Only the commit counts.
          }

          @Override
          public void afterCompletion(int status) {
            if (status == Status.STATUS_COMMITTED) {
              engine.wake();
            }
          }
        });
  }
}
