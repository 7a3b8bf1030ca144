package hotline.intake.replies;

import hotline.relay.quarkus.JoinedConnection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;

/** What units answered, for those who may read it. */
@ApplicationScoped
public class UnitReplies {
  private final JoinedConnection database;

  @Inject
  UnitReplies(JoinedConnection database) {
    this.database = database;
  }

  /** Those of a case that may be read, the first round first. */
  public List<UnitReply> of(UUID caseId) {
    return database.call(tx -> ReplyStore.readable(tx, caseId));
  }
}
