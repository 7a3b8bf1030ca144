package hotline.intake.cases;

import hotline.lifecycle.CaseStatus;
import hotline.relay.quarkus.JoinedConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** The other cases of the same call (一诉多求). */
@ApplicationScoped
public class CaseSiblings {

  /**
   * @param respondentUnitId the unit that it complains about, or null
   * @param call whether it is the one as which the call was registered
   */
  public record Sibling(
      UUID caseId,
      String caseNo,
      CaseStatus status,
      Instant registeredAt,
      boolean confidential,
      String placePath,
      String respondentUnitId,
      boolean call) {}

  private final JoinedConnection database;

  CaseSiblings(JoinedConnection database) {
    this.database = database;
  }

  /** In the order of their registration; most calls are one case and cost no statement. */
  public List<Sibling> of(HotlineCase about) {
    if (!about.isOneOfSeveral()) {
      return List.of();
    }
    UUID call = about.callId();
    return database.call(
        tx -> {
          try (PreparedStatement select =
              tx.prepareStatement(
                  "SELECT id, case_no, status, registered_at, confidential, place_path,"
                      + " respondent_unit_id FROM hotline_case"
                      + " WHERE (id = ? OR split_from = ?) AND id <> ? ORDER BY registered_at, case_no")) {
            select.setObject(1, call);
            select.setObject(2, call);
            select.setObject(3, about.id());
            try (ResultSet row = select.executeQuery()) {
              List<Sibling> siblings = new ArrayList<>();
              while (row.next()) {
                UUID id = row.getObject("id", UUID.class);
                siblings.add(
                    new Sibling(
                        id,
                        row.getString("case_no"),
                        CaseStatus.valueOf(row.getString("status")),
                        row.getObject("registered_at", OffsetDateTime.class).toInstant(),
                        row.getBoolean("confidential"),
                        row.getString("place_path"),
                        row.getString("respondent_unit_id"),
                        id.equals(call)));
              }
              return siblings;
            }
          }
        });
  }
}
