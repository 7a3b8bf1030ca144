package hotline.intake.progress;

import hotline.intake.texting.QueueTexts;
import hotline.lifecycle.CaseStatus;
import hotline.lifecycle.Fact;
import hotline.relay.Incoming;
import hotline.relay.PoisonRecord;
import hotline.relay.quarkus.Facts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Follows what dispatch and evaluation say, and writes to the citizens of what they are told: one
 * poll, at most eight statements.
 */
@ApplicationScoped
public class CaseEventHandler {
  private final QueueTexts texts;

  @Inject
  CaseEventHandler(QueueTexts texts) {
    this.texts = texts;
  }

  public void apply(Connection tx, List<Incoming> records) throws SQLException {
    List<Fact> facts = records.stream().map(Facts::read).toList();
    Map<UUID, CaseProgress> cases = load(tx, facts);
    for (Fact fact : facts) {
      CaseProgress progress = cases.get(fact.envelope().caseId());
      if (progress == null) {
        throw new PoisonRecord(
            "UNKNOWN_CASE", "Intake never registered case " + fact.envelope().caseId());
      }
      progress.follow(fact);
    }
    save(tx, cases.values());
    texts.followed(
        tx,
        cases.values().stream().flatMap(one -> one.moves().stream()).toList(),
        cases.values().stream().flatMap(one -> one.postponed().stream()).toList());
  }

  private static Map<UUID, CaseProgress> load(Connection tx, List<Fact> facts) throws SQLException {
    UUID[] ids =
        facts.stream().map(fact -> fact.envelope().caseId()).distinct().toArray(UUID[]::new);
    Map<UUID, CaseProgress> cases = new LinkedHashMap<>();
    for (Map.Entry<UUID, CaseStatus> known : ProgressStore.lock(tx, ids).entrySet()) {
      cases.put(known.getKey(), new CaseProgress(known.getKey(), known.getValue()));
    }
    for (HeldAssignment assignment : ProgressStore.assignments(tx, ids)) {
      cases.get(assignment.caseId()).knows(assignment);
    }
    return cases;
  }

  private static void save(Connection tx, Collection<CaseProgress> cases) throws SQLException {
    ProgressStore.saveCases(tx, cases.stream().filter(CaseProgress::changed).toList());
    ProgressStore.saveAssignments(
        tx, cases.stream().flatMap(one -> one.changedAssignments().stream()).toList());
    ProgressStore.saveSteps(tx, cases.stream().flatMap(one -> one.steps().stream()).toList());
  }
}
