package hotline.dispatch.notices;

import hotline.access.Actor;
import hotline.access.Refusal;
import hotline.access.Scope;
import hotline.dispatch.cases.Cause;
import hotline.dispatch.directory.Directory;
import hotline.dispatch.directory.DirectoryStore;
import hotline.dispatch.lists.Cursor;
import hotline.dispatch.lists.Subtree;
import hotline.dispatch.lists.TabbedList;
import hotline.dispatch.lists.TabbedList.Asked;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.Session;
import org.hibernate.type.StandardBasicTypes;

/** The lists of copies that one actor may see: whose receipt is due first comes first. */
@ApplicationScoped
public class Sheets {

  private static final TabbedList<SheetTab> LIST =
      new TabbedList<>(
          SheetTab.class,
          "notice_sheet s join responsibility_notice n on n.notice_id = s.notice_id",
          "s.receipts_due_at",
          "s.sheet_id");
  // Before its delivery a copy is known to the centre only.
  private static final String OF_UNIT =
      " and s.status <> 'TO_DELIVER' and " + Subtree.of("s.unit_path");

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
    Scope scope = Scope.of(actor);
    Asked asked =
        Asked.of(scope.sqlUnitPathPrefix().orElse(null), OF_UNIT, now).onGridOf(scope, "n.case_id");
    Session session = database.unwrap(Session.class);
    Map<String, Long> counts = LIST.counts(session, asked);
    List<Object[]> rows =
        LIST.page(
                session,
                "{s.*}, n.notice_no as notice_no, n.version as notice_version, n.case_id as"
                    + " notice_case, c.case_no as case_no, n.ended_at is not null as notice_over",
                " join handled_case c on c.case_id = n.case_id",
                tab,
                asked,
                after,
                limit)
            .addEntity("s", NoticeSheet.class)
            .addScalar("notice_no", StandardBasicTypes.STRING)
            .addScalar("notice_version", StandardBasicTypes.LONG)
            .addScalar("notice_case", StandardBasicTypes.UUID)
            .addScalar("case_no", StandardBasicTypes.STRING)
            .addScalar("notice_over", StandardBasicTypes.BOOLEAN)
            .getResultList();
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
}
