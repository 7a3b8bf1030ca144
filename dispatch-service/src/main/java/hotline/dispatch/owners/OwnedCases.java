package hotline.dispatch.owners;

import hotline.access.Actor;
import hotline.access.Role;
import hotline.access.Scope;
import hotline.dispatch.cases.Cause;
import hotline.dispatch.cases.HandledCase;
import hotline.dispatch.directory.Directory;
import hotline.dispatch.directory.DirectoryStore;
import hotline.dispatch.limits.TimeRulesInForce;
import hotline.dispatch.lists.Cursor;
import hotline.dispatch.lists.TabbedList;
import hotline.dispatch.lists.TabbedList.Asked;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.Session;
import org.hibernate.type.StandardBasicTypes;

/** The lists of owned cases that one actor may see, the visit that is due first at the top. */
@ApplicationScoped
public class OwnedCases {

  private static final TabbedList<OwnedTab> LIST =
      new TabbedList<>(OwnedTab.class, "case_ownership o", "o.visit_due", "o.ownership_id");
  private static final String OWN = " and o.owner_ref = :me";

  private final EntityManager database;
  private final DirectoryStore directory;
  private final TimeRulesInForce timeRules;
  private final Clock clock;

  OwnedCases(
      EntityManager database, DirectoryStore directory, TimeRulesInForce timeRules, Clock clock) {
    this.database = database;
    this.directory = directory;
    this.timeRules = timeRules;
    this.clock = clock;
  }

  /** A page of one list, with the number of every list. */
  @Schema(name = "OwnedCasePage")
  public record Page(
      List<OwnershipView> items, long count, Map<String, Long> counts, String nextCursor) {}

  /** A leader of a unit sees the own cases; leaders of the city and supervisors see all. */
  Page page(Actor actor, OwnedTab tab, Cursor after, int limit) {
    Instant now = Cause.now(clock);
    boolean all = actor.isAny(Role.LEADER, Role.SUPERVISOR);
    Asked asked =
        new Asked(all ? "" : OWN, Map.of("now", now, "me", actor.userId()))
            .onGridOf(Scope.of(actor), "o.case_id");
    Session session = database.unwrap(Session.class);
    Map<String, Long> counts = LIST.counts(session, asked);
    List<Object[]> rows =
        LIST.page(
                session,
                "{o.*}, {c.*}, f.title as file_title",
                " join handled_case c on c.case_id = o.case_id"
                    + " left join case_file f on f.case_id = o.case_id",
                tab,
                asked,
                after,
                limit)
            .addEntity("o", CaseOwnership.class)
            .addEntity("c", HandledCase.class)
            .addScalar("file_title", StandardBasicTypes.STRING)
            .getResultList();
    Directory names = directory.recent();
    List<OwnershipView> items = new ArrayList<>();
    for (Object[] row : rows.subList(0, Math.min(limit, rows.size()))) {
      items.add(
          OwnershipView.of(
              (CaseOwnership) row[0],
              (HandledCase) row[1],
              (String) row[2],
              List.of(),
              actor,
              names,
              now,
              timeRules.calendar()));
    }
    return new Page(
        items,
        counts.get(tab.wireName()),
        counts,
        rows.size() > limit ? cursor((CaseOwnership) rows.get(limit - 1)[0]) : null);
  }

  private static String cursor(CaseOwnership last) {
    return new Cursor(last.visitDue(), last.ownershipId()).text();
  }
}
