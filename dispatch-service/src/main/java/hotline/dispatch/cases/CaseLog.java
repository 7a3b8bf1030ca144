package hotline.dispatch.cases;

import hotline.lifecycle.EventCodec;
import hotline.lifecycle.Fact;
import hotline.lifecycle.Topics;
import hotline.relay.OutboxRecord;
import hotline.relay.quarkus.EventLog;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.Stream;

/** Where this service's facts about cases leave for the lifecycle topic. */
@ApplicationScoped
public class CaseLog {

  private final EventLog log;

  CaseLog(EventLog log) {
    this.log = log;
  }

  public void append(List<Fact> facts) {
    append(List.of(), facts);
  }

  /** The texts first, then the facts that speak of them. */
  public void append(List<OutboxRecord> texts, List<Fact> facts) {
    log.append(Stream.concat(texts.stream(), facts.stream().map(CaseLog::record)).toList());
  }

  private static OutboxRecord record(Fact fact) {
    return new OutboxRecord(
        Topics.CASE_LIFECYCLE,
        fact.envelope().caseId().toString(),
        EventCodec.write(fact.event()),
        EventCodec.headers(fact.envelope(), fact.event().type()));
  }
}
