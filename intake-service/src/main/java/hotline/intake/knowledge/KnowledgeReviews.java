package hotline.intake.knowledge;

import hotline.relay.quarkus.JoinedConnection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** The days on which items are looked at again (复审), and when that was done. */
@ApplicationScoped
class KnowledgeReviews {
  private final JoinedConnection database;

  @Inject
  KnowledgeReviews(JoinedConnection database) {
    this.database = database;
  }

  /** The item was looked at: what waited is done. */
  void done(String code, String by, Instant at) {
    database.write(
        "UPDATE knowledge_review SET reviewed_at = ?, reviewed_by = ? WHERE code = ? AND reviewed_at IS NULL",
        at.atOffset(ZoneOffset.UTC),
        by,
        code);
  }

  /** When it has to be looked at next; the same day once more is the same review. */
  void next(String code, LocalDate dueOn) {
    database.write(
        "INSERT INTO knowledge_review (code, due_on) VALUES (?, ?) ON CONFLICT (code, due_on)"
            + " DO UPDATE SET reviewed_at = NULL, reviewed_by = NULL",
        code,
        dueOn);
  }
}
