package hotline.evaluation.timers;

import hotline.evaluation.cases.CaseRepository;
import hotline.relay.DueTimer;
import hotline.relay.TimerHandler;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** Gives the timers of a batch to those who set them, by their kind. */
@ApplicationScoped
public class DueTimers implements TimerHandler {

  private final Map<String, DueWork> byKind;
  private final CaseRepository cases;
  private final EntityManager entities;

  DueTimers(@Any Instance<DueWork> works, CaseRepository cases, EntityManager entities) {
    this.cases = cases;
    this.entities = entities;
    byKind = works.stream().collect(Collectors.toMap(DueWork::kind, work -> work));
  }

  @Override
  public void fire(Connection tx, List<DueTimer> due) throws Exception {
    Map<String, List<DueTimer>> kinds = due.stream().collect(Collectors.groupingBy(DueTimer::kind));
    if (kinds.size() > 1) {
      // Whoever locks cases does so in the order of their ids: kind after kind would not.
      cases.lockedByCallbacks(due.stream().map(timer -> UUID.fromString(timer.key())).toList());
    }
    for (Map.Entry<String, List<DueTimer>> kind : kinds.entrySet()) {
      DueWork work = byKind.get(kind.getKey());
      if (work == null) {
        throw new IllegalStateException("Nobody knows timers of the kind " + kind.getKey());
      }
      work.fire(tx, kind.getValue());
      // Each reads anew what the one before has written, whether through the entities or beside
      // them.
      entities.flush();
      entities.clear();
    }
  }
}
