package hotline.dispatch.facts;

import hotline.dispatch.facts.Hearing.Late;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.List;

/** Facts that came too late to have an effect are kept (SUPERSEDED). */
@ApplicationScoped
class LateFacts {

  void keep(Connection tx, List<Late> late) throws SQLException {
    if (late.isEmpty()) {
      return;
    }
    try (PreparedStatement sql =
        tx.prepareStatement(
            "insert into late_fact (event_id, case_id, type, happened_at, case_status)"
                + " values (?, ?, ?, ?, ?)")) {
      for (Late one : late) {
        sql.setObject(1, one.fact().envelope().id());
        sql.setObject(2, one.fact().envelope().caseId());
        sql.setString(3, one.fact().event().type().wireName());
        sql.setObject(4, one.fact().envelope().time().atOffset(ZoneOffset.UTC));
        sql.setString(5, one.status().name());
        sql.addBatch();
      }
      sql.executeBatch();
    }
  }
}
