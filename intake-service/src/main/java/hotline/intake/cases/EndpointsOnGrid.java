package hotline.intake.cases;

import hotline.access.GridRules;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * What the grid of a token does to each endpoint of intake: a case lies where it happened. A draft
 * and a mark lie nowhere: a draft is its owner's, a mark is about a caller of the whole city.
 */
@ApplicationScoped
public class EndpointsOnGrid {
  private final DataSource database;

  @Inject
  EndpointsOnGrid(DataSource database) {
    this.database = database;
  }

  @Produces
  @Singleton
  GridRules rules() {
    return new GridRules()
        .thing("/api/cases/{}", "工单", "case", this::placeOfCase)
        .narrowed(
            "/api/caller-cards",
            "/api/case-searches",
            "/api/cases",
            "/api/cases/called-in-services",
            "/api/cases/screening-queue",
            "/api/cases/transfers",
            "/api/duplicate-hints",
            "/api/knowledge/figures",
            "/api/knowledge/figures/answers",
            "/api/knowledge/{}/reports")
        .free(
            // An account lies nowhere; its id was read where the grid allowed it.
            "/api/accounts",
            // Whoever is in danger is handed over, wherever they are.
            "/api/cases/emergencies",
            "/api/case-imports/template",
            "/api/drafts",
            "/api/drafts/{}",
            "/api/drafts/{}/discarding",
            "/api/knowledge/**",
            "/api/knowledge-imports/**",
            "/api/knowledge-searches",
            "/api/old-case-imports/template",
            "/api/reference/**",
            "/api/track/**")
        .wholeCity(
            "/api/caller-marks/**",
            "/api/case-imports",
            "/api/changeovers/**",
            "/api/drafts/ended",
            "/api/drafts/of-seats",
            "/api/drafts/seats",
            "/api/drafts/{}/handover",
            "/api/incidents/**",
            "/api/old-case-imports/**",
            "/api/outages/**",
            "/api/parked-cases/**",
            "/api/switchboards",
            "/api/switchboards/removal",
            "/api/texting/**",
            "/api/view-log/**");
  }

  /** Null where there is no such case. */
  private String placeOfCase(String idOrNumber) {
    boolean isNumber = CaseNumber.isOne(idOrNumber);
    try (Connection reading = database.getConnection();
        PreparedStatement select =
            reading.prepareStatement(
                "SELECT place_path FROM hotline_case WHERE "
                    + (isNumber ? "case_no" : "id")
                    + " = ?")) {
      select.setObject(
          1, isNumber ? CaseNumber.parse(idOrNumber, "id").digits() : UUID.fromString(idOrNumber));
      try (ResultSet row = select.executeQuery()) {
        return row.next() ? row.getString(1) : null;
      }
    } catch (IllegalArgumentException neither) {
      return null;
    } catch (SQLException e) {
      throw new IllegalStateException("The place of a case cannot be read", e);
    }
  }
}
