package hotline.dispatch.timers;

import hotline.relay.DueTimer;
import hotline.relay.TimerHandler;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import java.sql.Connection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Gives the timers of a batch to those who set them, by their kind. */
@ApplicationScoped
public class DueTimers implements TimerHandler {

  private final Map<String, DueWork> byKind;

  DueTimers(@Any Instance<DueWork> works) {
    byKind = works.stream().collect(Collectors.toMap(DueWork::kind, work -> work));
  }

  @Override
  public void fire(Connection tx, List<DueTimer> due) throws Exception {
    for (Map.Entry<String, List<DueTimer>> kind :
        due.stream().collect(Collectors.groupingBy(DueTimer::kind)).entrySet()) {
      DueWork work = byKind.get(kind.getKey());
      if (work == null) {
        throw new IllegalStateException("Nobody knows timers of the kind " + kind.getKey());
      }
      work.fire(tx, kind.getValue());
    }
  }
}
