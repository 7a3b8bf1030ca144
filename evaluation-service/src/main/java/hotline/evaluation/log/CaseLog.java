package hotline.evaluation.log;

import hotline.lifecycle.EventCodec;
import hotline.lifecycle.Fact;
import hotline.lifecycle.Topics;
import hotline.relay.OutboxRecord;
import hotline.relay.quarkus.EventLog;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.List;

/** Writes what this service says to the log, in the transaction that made it true. */
@ApplicationScoped
public class CaseLog {

  private final EventLog log;
  private final EntityManager entities;

  CaseLog(EventLog log, EntityManager entities) {
    this.log = log;
    this.entities = entities;
  }

  /** Appends facts in the order in which they became true. */
  public void append(List<Fact> facts) {
    // The rows first: a refused change must be known before its event is written, and the answer
    // of the act carries the new version.
    entities.flush();
    log.append(facts.stream().map(CaseLog::entry).toList());
  }

  private static OutboxRecord entry(Fact fact) {
    return new OutboxRecord(
        Topics.CASE_LIFECYCLE,
        fact.envelope().caseId().toString(),
        EventCodec.write(fact.event()),
        EventCodec.headers(fact.envelope(), fact.event().type()));
  }
}
