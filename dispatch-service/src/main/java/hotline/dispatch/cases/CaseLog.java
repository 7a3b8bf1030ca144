package hotline.dispatch.cases;

import hotline.lifecycle.EventCodec;
import hotline.lifecycle.Fact;
import hotline.lifecycle.Topics;
import hotline.relay.OutboxRecord;
import hotline.relay.quarkus.EventLog;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Where this service's facts about cases leave for the lifecycle topic. */
@ApplicationScoped
public class CaseLog {

  private final EventLog log;

  CaseLog(EventLog log) {
    this.log = log;
  }

  public void append(List<Fact> facts) {
    log.append(facts.stream().map(CaseLog::record).toList());
  }

  private static OutboxRecord record(Fact fact) {
    return new OutboxRecord(
        Topics.CASE_LIFECYCLE,
        fact.envelope().caseId().toString(),
        EventCodec.write(fact.event()),
        EventCodec.headers(fact.envelope(), fact.event().type()));
  }
}
