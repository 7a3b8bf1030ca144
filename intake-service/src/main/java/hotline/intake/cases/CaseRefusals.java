package hotline.intake.cases;

import hotline.intake.cases.RefusalStep.Kind;
import hotline.intake.vault.ContactVault;
import hotline.intake.vault.TextMask;
import hotline.intake.vault.TextMask.Masked;
import hotline.lifecycle.RefusalReason;
import hotline.relay.quarkus.JoinedConnection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What was proposed and decided about refusing cases; nothing of it is ever changed. */
@ApplicationScoped
public class CaseRefusals {
  private final JoinedConnection database;
  private final ContactVault vault;

  @Inject
  CaseRefusals(JoinedConnection database, ContactVault vault) {
    this.database = database;
    this.vault = vault;
  }

  /** Keeps the newest step of a case; its text as it was written is in the vault. */
  void add(HotlineCase about, Kind kind, RefusalReason reason, String text, Doer doer, Instant at) {
    Masked masked =
        text == null
            ? TextMask.mask(null, null)
            : TextMask.mask(text, vault.contact(about.id()).orElse(null));
    if (masked.changed()) {
      vault.keepText(about.id(), part(about.refusalSteps()), text);
    }
    insert(
        about.id(),
        new RefusalStep(about.refusalSteps(), kind, at, doer.ref(), reason, masked.text()));
  }

  /** Another act decides the case: a proposal that waits is dropped. */
  void drop(HotlineCase about, Doer doer, Instant at) {
    if (about.dropRefusal()) {
      add(about, Kind.DROPPED, null, null, doer, at);
    }
  }

  /** All of a case in their order. */
  List<RefusalStep> of(UUID caseId) {
    return database.call(
        tx -> {
          try (PreparedStatement select =
              tx.prepareStatement(
                  "SELECT step_no, kind, at, by_ref, reason, text FROM refusal_step WHERE case_id ="
                      + " ? ORDER BY step_no")) {
            select.setObject(1, caseId);
            try (ResultSet rows = select.executeQuery()) {
              List<RefusalStep> steps = new ArrayList<>();
              while (rows.next()) {
                steps.add(step(rows));
              }
              return steps;
            }
          }
        });
  }

  /** The lawful channel of a refused case as its citizen was told; empty without one. */
  public Optional<String> channelTold(HotlineCase refused) {
    return of(refused.id()).stream()
        .filter(step -> step.kind() == Kind.PROPOSED && step.text() != null)
        .reduce((earlier, later) -> later)
        .filter(step -> step.at().equals(refused.refusal().proposedAt()))
        .map(step -> asWritten(refused.id(), step));
  }

  private String asWritten(UUID caseId, RefusalStep step) {
    return vault
        .open(caseId)
        .map(opened -> opened.texts().get(part(step.stepNo())))
        .orElse(step.text());
  }

  private static String part(int stepNo) {
    return "refusal-" + stepNo;
  }

  private void insert(UUID caseId, RefusalStep step) {
    database.call(
        tx -> {
          try (PreparedStatement insert =
              tx.prepareStatement(
                  "INSERT INTO refusal_step (case_id, step_no, kind, at, by_ref, reason, text)"
                      + " VALUES (?, ?, ?, ?, ?, ?, ?)")) {
            insert.setObject(1, caseId);
            insert.setInt(2, step.stepNo());
            insert.setString(3, step.kind().name());
            insert.setObject(4, step.at().atOffset(ZoneOffset.UTC));
            insert.setString(5, step.by());
            insert.setString(6, step.reason() == null ? null : step.reason().name());
            insert.setString(7, step.text());
            return insert.executeUpdate();
          }
        });
  }

  private static RefusalStep step(ResultSet row) throws SQLException {
    String reason = row.getString("reason");
    return new RefusalStep(
        row.getInt("step_no"),
        Kind.valueOf(row.getString("kind")),
        row.getObject("at", OffsetDateTime.class).toInstant(),
        row.getString("by_ref"),
        reason == null ? null : RefusalReason.valueOf(reason),
        row.getString("text"));
  }
}
