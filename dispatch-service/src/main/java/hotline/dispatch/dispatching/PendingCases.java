package hotline.dispatch.dispatching;

import hotline.access.OnGrid;
import hotline.access.Scope;
import hotline.dispatch.cases.HandledCase;
import hotline.dispatch.catalogue.Catalogue;
import hotline.dispatch.catalogue.CatalogueStore;
import hotline.dispatch.catalogue.RouteView;
import hotline.dispatch.directory.Directory;
import hotline.dispatch.directory.DirectoryStore;
import hotline.dispatch.holders.Holder;
import hotline.dispatch.holders.Holders;
import hotline.dispatch.lists.Cursor;
import hotline.lifecycle.CaseKind;
import hotline.lifecycle.ReopenReason;
import hotline.lifecycle.Urgency;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.Session;
import org.hibernate.type.StandardBasicTypes;

/** The dispatcher's queue (待派单), longest waiting first, each with the catalogue's suggestion. */
@ApplicationScoped
public class PendingCases {

  private static final String WAITING = " where c.status = 'PENDING_DISPATCH'";

  private final EntityManager database;
  private final DirectoryStore directory;
  private final CatalogueStore catalogue;
  private final Holders holders;

  PendingCases(
      EntityManager database, DirectoryStore directory, CatalogueStore catalogue, Holders holders) {
    this.database = database;
    this.directory = directory;
    this.catalogue = catalogue;
    this.holders = holders;
  }

  /**
   * A case that waits.
   *
   * @param title null until the text has arrived
   * @param answeredAt when the centre answered it at once, in vain; null for others
   * @param reopened why it was reopened for the round that is to be dispatched; null for others
   * @param holder the dispatch desk, and since when
   * @param comeBack of a case that units gave back; null for others
   * @param sameAs the case of another citizen that it may be the same matter as, to be compared
   *     with first; null for none
   * @param suggestion what the catalogue says; its unit is absent when that is complained about
   */
  @Schema(name = "PendingCase")
  public record Item(
      UUID caseId,
      String caseNo,
      String title,
      CaseKind kind,
      Urgency urgency,
      String categoryCode,
      String categoryName,
      String placeCode,
      String placeName,
      Instant acceptedAt,
      Instant answeredAt,
      ReopenReason reopened,
      Holder holder,
      int urgeCount,
      ComeBack comeBack,
      long version,
      UUID sameAs,
      RouteView suggestion) {}

  /** A page of the queue. */
  @Schema(name = "PendingCasePage")
  public record Page(List<Item> items, long count, String nextCursor) {}

  Page page(Scope scope, Cursor after, int limit) {
    String grid = scope.sqlGridPathPrefix().orElse(null);
    var query =
        database
            .unwrap(Session.class)
            .createNativeQuery(
                "select {c.*}, f.title as file_title, f.respondent_unit_id as respondent"
                    + " from handled_case c left join case_file f on f.case_id = c.case_id"
                    + waiting(grid)
                    + (after == null ? "" : " and (c.accepted_at, c.case_id) > (:due, :id)")
                    + " order by c.accepted_at, c.case_id limit "
                    + (limit + 1),
                Object[].class)
            .addEntity("c", HandledCase.class)
            .addScalar("file_title", StandardBasicTypes.STRING)
            .addScalar("respondent", StandardBasicTypes.STRING);
    if (grid != null) {
      query.setParameter("grid", grid);
    }
    if (after != null) {
      query.setParameter("due", after.due()).setParameter("id", after.id());
    }
    List<Object[]> rows = query.getResultList();
    Directory names = directory.recent();
    Catalogue rules = catalogue.recent();
    List<Item> items = new ArrayList<>();
    for (Object[] row : rows.subList(0, Math.min(limit, rows.size()))) {
      items.add(item((HandledCase) row[0], (String) row[1], (String) row[2], names, rules));
    }
    return new Page(items, count(grid), rows.size() > limit ? cursor(items.get(limit - 1)) : null);
  }

  private static String cursor(Item last) {
    return new Cursor(last.acceptedAt(), last.caseId()).text();
  }

  private Item item(
      HandledCase of, String title, String respondent, Directory names, Catalogue rules) {
    return new Item(
        of.caseId(),
        of.caseNo(),
        title,
        of.kind(),
        of.urgency(),
        of.categoryCode(),
        names.categoryName(of.categoryCode()),
        of.placeCode(),
        names.placeName(of.placeCode()),
        of.acceptedAt(),
        of.answeredAt(),
        of.reopenReason(of.roundToDispatch()),
        holders.ofWaiting(of),
        of.urgeCount(),
        ComeBack.of(of, names),
        of.version(),
        of.sameAs(),
        Suggestion.of(rules.route(of.categoryCode(), of.placeCode(), names), respondent, names));
  }

  private long count(String grid) {
    var query =
        database
            .unwrap(Session.class)
            .createNativeQuery("select count(*) from handled_case c" + waiting(grid), Long.class);
    if (grid != null) {
      query.setParameter("grid", grid);
    }
    return query.getSingleResult();
  }

  private static String waiting(String grid) {
    return grid == null ? WAITING : WAITING + " and " + OnGrid.sql("c.place_path", ":grid");
  }
}
