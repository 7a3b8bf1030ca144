package hotline.dispatch.supervision;

import hotline.access.NotFound;
import hotline.access.Scope;
import hotline.dispatch.directory.Directory;
import hotline.dispatch.directory.DirectoryStore;
import hotline.dispatch.lists.Cursor;
import hotline.lifecycle.CaseStatus;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.Session;
import org.hibernate.query.NativeQuery;
import org.hibernate.type.StandardBasicTypes;

/** The cases behind a repeated request (重复诉求), the newest first. Who called is never said. */
@ApplicationScoped
class RepeatPages {

  private final EntityManager database;
  private final SupervisionLimitStore limits;
  private final DirectoryStore directory;

  RepeatPages(EntityManager database, SupervisionLimitStore limits, DirectoryStore directory) {
    this.database = database;
    this.limits = limits;
    this.directory = directory;
  }

  /**
   * A case of the list.
   *
   * @param title null until the text has arrived, empty when it was erased
   * @param unitName who has it or had it last; null before the first
   */
  @Schema(name = "RepeatedCase")
  record Row(
      UUID caseId,
      String caseNo,
      String title,
      CaseStatus status,
      String categoryName,
      String placeName,
      String unitName,
      Instant receivedAt) {}

  /**
   * How many requests there are, the case itself among them, and from how many on they are
   * repeated.
   *
   * @param withinDays how far they may lie from the case
   */
  @Schema(name = "RepeatCounts")
  record Counts(
      long ofCaller, long atPlace, boolean callerRepeats, boolean placeRepeats, int withinDays) {}

  /** A page of the cases of the same caller or place, with the number of either. */
  @Schema(name = "RepeatedCasePage")
  record Page(List<Row> items, long count, Counts counts, String nextCursor) {}

  Page page(Scope scope, UUID caseId, RepeatOf of, Cursor after, int limit) {
    SupervisionLimits inForce = limits.inForce();
    String grid = scope.sqlGridPathPrefix().orElse(null);
    Counts counts = counts(caseId, grid, inForce);
    Directory names = directory.recent();
    List<Object[]> rows = rows(caseId, of, grid, after, limit, inForce);
    List<Row> items =
        rows.subList(0, Math.min(limit, rows.size())).stream().map(row -> row(row, names)).toList();
    return new Page(
        items,
        of == RepeatOf.CALLER ? counts.ofCaller() : counts.atPlace(),
        counts,
        rows.size() > limit ? cursor(items.get(limit - 1)) : null);
  }

  private static String cursor(Row last) {
    return new Cursor(last.receivedAt(), last.caseId()).text();
  }

  private Counts counts(UUID caseId, String grid, SupervisionLimits inForce) {
    Query query =
        database
            .unwrap(Session.class)
            .createNativeQuery(
                "select "
                    + RepeatOf.CALLER.count(grid)
                    + ", "
                    + RepeatOf.PLACE.count(grid)
                    + " from handled_case c where c.case_id = :case",
                Object[].class)
            .setParameter("case", caseId)
            .setParameter("repeatsWithin", inForce.repeatsWithinDays());
    if (grid != null) {
      query.setParameter("grid", grid);
    }
    @SuppressWarnings("unchecked")
    List<Object[]> found = query.getResultList();
    if (found.isEmpty()) {
      throw new NotFound("工单", "case");
    }
    long ofCaller = ((Number) found.get(0)[0]).longValue();
    long atPlace = ((Number) found.get(0)[1]).longValue();
    return new Counts(
        ofCaller,
        atPlace,
        ofCaller >= inForce.repeatedOfCaller(),
        atPlace >= inForce.repeatedAtPlace(),
        inForce.repeatsWithinDays());
  }

  private List<Object[]> rows(
      UUID caseId, RepeatOf of, String grid, Cursor after, int limit, SupervisionLimits inForce) {
    NativeQuery<Object[]> query =
        database
            .unwrap(Session.class)
            .createNativeQuery(
                "select r.case_id as id, r.case_no, f.title, r.status, r.category_code,"
                    + " r.place_code, r.lead_unit_id, r.received_at"
                    + " from handled_case c join handled_case r on "
                    + of.counted(grid)
                    + " left join case_file f on f.case_id = r.case_id where c.case_id = :case"
                    + (after == null ? "" : " and (r.received_at, r.case_id) < (:due, :id)")
                    + " order by r.received_at desc, r.case_id desc limit "
                    + (limit + 1),
                Object[].class)
            .addScalar("id", StandardBasicTypes.UUID)
            .addScalar("case_no", StandardBasicTypes.STRING)
            .addScalar("title", StandardBasicTypes.STRING)
            .addScalar("status", StandardBasicTypes.STRING)
            .addScalar("category_code", StandardBasicTypes.STRING)
            .addScalar("place_code", StandardBasicTypes.STRING)
            .addScalar("lead_unit_id", StandardBasicTypes.STRING)
            .addScalar("received_at", StandardBasicTypes.INSTANT);
    query.setParameter("case", caseId).setParameter("repeatsWithin", inForce.repeatsWithinDays());
    if (grid != null) {
      query.setParameter("grid", grid);
    }
    if (after != null) {
      query.setParameter("due", after.due()).setParameter("id", after.id());
    }
    return query.getResultList();
  }

  private static Row row(Object[] row, Directory names) {
    String unit = (String) row[6];
    return new Row(
        (UUID) row[0],
        (String) row[1],
        (String) row[2],
        CaseStatus.valueOf((String) row[3]),
        names.categoryName((String) row[4]),
        names.placeName((String) row[5]),
        unit == null ? null : names.unitName(unit),
        (Instant) row[7]);
  }
}
