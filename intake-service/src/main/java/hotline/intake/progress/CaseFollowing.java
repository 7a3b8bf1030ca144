package hotline.intake.progress;

import hotline.relay.quarkus.JoinedConnection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;

/** What intake knows of a case from other services: who holds it and what was done. */
@ApplicationScoped
public class CaseFollowing {
  private final JoinedConnection database;

  @Inject
  CaseFollowing(JoinedConnection database) {
    this.database = database;
  }

  public List<HeldAssignment> assignments(UUID caseId) {
    return database.call(tx -> ProgressStore.assignments(tx, caseId));
  }

  public List<CaseStep> steps(UUID caseId) {
    return database.call(tx -> ProgressStore.steps(tx, caseId));
  }
}
