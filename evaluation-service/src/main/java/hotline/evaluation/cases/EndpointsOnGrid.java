package hotline.evaluation.cases;

import hotline.access.GridRules;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import java.util.function.Function;

/**
 * What the grid of a token does to each endpoint of evaluation: a case lies where it happened, and
 * whatever is about a case lies there too. Draws are made from the whole city.
 */
@ApplicationScoped
public class EndpointsOnGrid {

  private final AgroalDataSource database;

  EndpointsOnGrid(AgroalDataSource database) {
    this.database = database;
  }

  @Produces
  @Singleton
  GridRules rules() {
    return new GridRules()
        .thingById("/api/cases/{}", "工单", "case", placeOf("hotline_case t", "case_id"))
        .thingById("/api/callbacks/{}", "回访任务", "callback", placeOf("callback t", "callback_id"))
        .thingById("/api/legal-holds/{}", "法律保留", "legal hold", placeOf("legal_hold t", "hold_id"))
        .thingById(
            "/api/score-requests/{}", "申请", "request", placeOf("score_request t", "request_id"))
        .thingById("/api/spot-checks/{}", "抽查任务", "spot check", placeOf("spot_check t", "check_id"))
        .narrowed(
            "/api/callbacks",
            "/api/denied-claims",
            "/api/legal-holds",
            "/api/score-requests",
            "/api/scored-rounds",
            "/api/spot-checks",
            "/api/suspicious-closings")
        .wholeCity("/api/parked-cases/**", "/api/spot-checkers/**", "/api/spot-draws/**");
  }

  /** Where the case of a row lies, and of the thing with this id; null where there is none. */
  private Function<UUID, String> placeOf(String table, String id) {
    String sql =
        "select c.place_path from "
            + table
            + " join hotline_case c on c.case_id = t.case_id where t."
            + id
            + " = ?";
    return thing -> {
      try (Connection reading = database.getConnection();
          PreparedStatement select = reading.prepareStatement(sql)) {
        select.setObject(1, thing);
        try (ResultSet row = select.executeQuery()) {
          return row.next() ? row.getString(1) : null;
        }
      } catch (SQLException e) {
        throw new IllegalStateException("The place of a case cannot be read", e);
      }
    };
  }
}
