package hotline.dispatch.deputies;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;

/** Somebody leaves a unit: neither represented any more nor anybody's deputy. */
@ApplicationScoped
public class LeavingDeputy {

  private final DeputyStore store;

  LeavingDeputy(DeputyStore store) {
    this.store = store;
  }

  /** What would end, both ways. */
  public List<DeputyView> inHand(String userRef, String unitId, String reader, Instant now) {
    return store.ofPerson(userRef, unitId, now).stream()
        .map(one -> DeputyView.of(one, reader, now))
        .toList();
  }

  /**
   * What came of it.
   *
   * @param wasCandidate whether the person could be named before
   */
  public record Outcome(int ended, boolean wasCandidate) {}

  /**
   * Ends it. Whoever names or is named at the same moment waits: for the candidate first, then for
   * the leader, as whoever names somebody.
   */
  public Outcome leave(String userRef, String unitId, String by, Instant now) {
    boolean wasCandidate = store.withdraw(userRef, unitId, by, now);
    store.lock("leader_deputy " + userRef);
    return new Outcome(store.endAll(userRef, unitId, by, now), wasCandidate);
  }
}
