package hotline.evaluation.hearing;

import hotline.lifecycle.CaseStatus;
import hotline.lifecycle.Fact;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.List;

/** Facts that lost against another one: kept with the status that decided, without effect. */
@ApplicationScoped
class LateFacts {

  record LateFact(Fact fact, CaseStatus status) {}

  void keep(Connection tx, List<LateFact> late) throws SQLException {
    if (late.isEmpty()) {
      return;
    }
    try (PreparedStatement insert =
        tx.prepareStatement(
            "insert into late_fact (event_id, case_id, type, occurred_at, status)"
                + " values (?, ?, ?, ?, ?)")) {
      for (LateFact one : late) {
        insert.setObject(1, one.fact().envelope().id());
        insert.setObject(2, one.fact().envelope().caseId());
        insert.setString(3, one.fact().event().type().wireName());
        insert.setObject(4, one.fact().envelope().time().atOffset(ZoneOffset.UTC));
        insert.setString(5, one.status().name());
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }
}
