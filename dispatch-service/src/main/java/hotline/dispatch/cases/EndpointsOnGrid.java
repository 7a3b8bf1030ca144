package hotline.dispatch.cases;

import hotline.access.CurrentActor;
import hotline.access.GridRules;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import java.util.function.Function;
import javax.sql.DataSource;

/**
 * What the grid of a token does to each endpoint of dispatch: a case lies where it happened, and
 * whatever is about a case lies there too. An instruction about no case lies nowhere.
 */
@ApplicationScoped
public class EndpointsOnGrid {

  private final DataSource database;
  private final CaseRepository repository;
  private final CurrentActor actor;

  EndpointsOnGrid(DataSource database, CaseRepository repository, CurrentActor actor) {
    this.database = database;
    this.repository = repository;
    this.actor = actor;
  }

  @Produces
  @Singleton
  GridRules rules() {
    GridRules rules = new GridRules();
    things(rules);
    return rules
        .narrowed(
            "/api/accountability/records",
            "/api/assignments",
            "/api/assignments/digest",
            "/api/case-holders",
            "/api/cases/pending",
            "/api/disputes",
            "/api/drafts/pending",
            "/api/instructions",
            "/api/notices",
            "/api/notices/copies",
            "/api/owners",
            "/api/reviews/pending",
            "/api/supervision/board",
            "/api/supervision/cards",
            "/api/supervision/orders",
            "/api/supervision/urges",
            "/api/unit-requests/pending")
        .free(
            // An account lies nowhere; its id was read where the grid allowed it.
            "/api/accounts",
            "/api/calendar/**",
            "/api/catalogue/**",
            "/api/deputies/**",
            "/api/directory/**",
            "/api/disputes/ruling-times",
            "/api/endorsement-rules",
            "/api/kept-categories/**",
            "/api/kept-places/**",
            "/api/leaders",
            "/api/limits/**",
            "/api/notices/recipients",
            "/api/reply-templates/**")
        .wholeCity("/api/departures/**", "/api/parked-cases/**", "/api/view-log/**");
  }

  private void things(GridRules rules) {
    Function<UUID, String> ofCase = placeOf("handled_case t", "case_id");
    for (String cases :
        new String[] {
          "/api/cases/{}",
          "/api/instructions/cases/{}",
          "/api/notices/cases/{}",
          "/api/owners/cases/{}",
          "/api/supervision/cases/{}"
        }) {
      rules.thing(
          cases,
          "工单",
          "case",
          text -> repository.named(text, actor.scope()).map(ofCase).orElse(null));
    }
    rules
        .thingById("/api/assignments/{}", "承办任务", "task", placeOf("assignment t", "assignment_id"))
        .thingById(
            "/api/attachments/{}", "附件", "attachment", placeOf("attachment t", "attachment_id"))
        .thingById("/api/disputes/{}", "会商", "dispute", placeOf("dispute t", "dispute_id"))
        .thingById(
            "/api/instructions/{}",
            "批示件",
            "instruction",
            placeOf("instruction t", "instruction_id"))
        .thingById(
            "/api/notices/{}", "责任单", "notice", placeOf("responsibility_notice t", "notice_id"))
        .thingById(
            "/api/owners/{}", "包案", "owned case", placeOf("case_ownership t", "ownership_id"))
        .thingById(
            "/api/supervision/orders/{}",
            "督办单",
            "supervision order",
            placeOf("supervision_order t", "order_id"));
  }

  /** Where the case of a row lies, and of the thing with this id; null where there is none. */
  private Function<UUID, String> placeOf(String table, String id) {
    String sql =
        "select c.place_path from "
            + table
            + " join handled_case c on c.case_id = t.case_id where t."
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
