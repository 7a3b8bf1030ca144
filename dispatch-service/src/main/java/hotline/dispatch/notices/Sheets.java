package hotline.dispatch.notices;

import hotline.access.Actor;
import hotline.access.Refusal;
import hotline.access.Scope;
import hotline.dispatch.assignments.Cursor;
import hotline.dispatch.cases.Cause;
import hotline.dispatch.directory.Directory;
import hotline.dispatch.directory.DirectoryStore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.Session;
import org.hibernate.query.NativeQuery;
import org.hibernate.type.StandardBasicTypes;

/** The lists of copies that one actor may see: whose receipt is due first comes first. */
@ApplicationScoped
public class Sheets {

  private static final String FROM =
      " from notice_sheet s join responsibility_notice n on n.notice_id = s.notice_id"
          + " join handled_case c on c.case_id = n.case_id where ";
  // Before its delivery a copy is known to the centre only.
  private static final String OF_UNIT =
      " and s.status <> 'TO_DELIVER' and (s.unit_path = :unit"
          + " or (s.unit_path > :unit || '/' and s.unit_path < :unit || '0'))";

  private final EntityManager database;
  private final DirectoryStore directory;
  private final Clock clock;

  Sheets(EntityManager database, DirectoryStore directory, Clock clock) {
    this.database = database;
    this.directory = directory;
    this.clock = clock;
  }

  /** A page of one list, with the number of every list. */
  @Schema(name = "NoticeSheetPage")
  public record Page(
      List<SheetRow> items, long count, Map<String, Long> counts, String nextCursor) {}

  Page page(Actor actor, SheetTab tab, Cursor after, int limit) {
    Instant now = Cause.now(clock);
    String unit = Scope.of(actor).sqlUnitPathPrefix().orElse(null);
    Map<String, Long> counts = counts(unit, now);
    List<Object[]> rows = rows(tab, unit, now, after, limit);
    Directory names = directory.recent();
    List<SheetRow> items =
        rows.stream().limit(limit).map(row -> view(row, actor, names, now)).toList();
    NoticeSheet last = rows.size() > limit ? (NoticeSheet) rows.get(limit - 1)[0] : null;
    return new Page(
        items,
        counts.get(tab.wireName()),
        counts,
        last == null ? null : new Cursor(last.receiptsDueAt(), last.sheetId()).text());
  }

  private static SheetRow view(Object[] row, Actor actor, Directory names, Instant now) {
    NoticeSheet sheet = (NoticeSheet) row[0];
    SheetView view = SheetView.of(sheet, (Boolean) row[5], names, now);
    return new SheetRow(
        sheet.noticeId(),
        (String) row[1],
        (Long) row[2],
        (UUID) row[3],
        (String) row[4],
        view.copy(),
        view.copyNo(),
        view.unitId(),
        view.recipient(),
        view.status(),
        view.delivery(),
        view.deliveredAt(),
        view.receiptsDueAt(),
        view.overdue(),
        view.receiptedAt(),
        isFor(sheet, actor));
  }

  private static boolean isFor(NoticeSheet sheet, Actor actor) {
    try {
      sheet.requireRecipient(actor);
      return true;
    } catch (Refusal somebodyElses) {
      return false;
    }
  }

  private List<Object[]> rows(SheetTab tab, String unit, Instant now, Cursor after, int limit) {
    String sql =
        "select {s.*}, n.notice_no as notice_no, n.version as notice_version, n.case_id as"
            + " notice_case, c.case_no as case_no, n.ended_at is not null as notice_over"
            + FROM
            + tab.condition()
            + (unit == null ? "" : OF_UNIT)
            + (after == null ? "" : " and (s.receipts_due_at, s.sheet_id) > (:due, :id)")
            + " order by s.receipts_due_at, s.sheet_id limit "
            + (limit + 1);
    NativeQuery<Object[]> query =
        database
            .unwrap(Session.class)
            .createNativeQuery(sql, Object[].class)
            .addEntity("s", NoticeSheet.class)
            .addScalar("notice_no", StandardBasicTypes.STRING)
            .addScalar("notice_version", StandardBasicTypes.LONG)
            .addScalar("notice_case", StandardBasicTypes.UUID)
            .addScalar("case_no", StandardBasicTypes.STRING)
            .addScalar("notice_over", StandardBasicTypes.BOOLEAN);
    bind(query, sql, unit, now);
    if (after != null) {
      query.setParameter("due", after.due()).setParameter("id", after.id());
    }
    return query.getResultList();
  }

  private Map<String, Long> counts(String unit, Instant now) {
    StringBuilder columns = new StringBuilder();
    for (SheetTab each : SheetTab.values()) {
      columns.append(columns.isEmpty() ? "select " : ", ");
      columns.append("count(*) filter (where ").append(each.condition()).append(")");
    }
    String sql = columns + FROM + "true" + (unit == null ? "" : OF_UNIT);
    NativeQuery<Object[]> query =
        database.unwrap(Session.class).createNativeQuery(sql, Object[].class);
    bind(query, sql, unit, now);
    Object[] row = query.getSingleResult();
    Map<String, Long> counts = new LinkedHashMap<>();
    for (SheetTab each : SheetTab.values()) {
      counts.put(each.wireName(), ((Number) row[each.ordinal()]).longValue());
    }
    return counts;
  }

  private static void bind(NativeQuery<Object[]> query, String sql, String unit, Instant now) {
    if (unit != null) {
      query.setParameter("unit", unit);
    }
    if (sql.contains(":now")) {
      query.setParameter("now", now);
    }
  }
}
