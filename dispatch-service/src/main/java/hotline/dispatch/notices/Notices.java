package hotline.dispatch.notices;

import hotline.access.Scope;
import hotline.dispatch.cases.Cause;
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
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.Session;
import org.hibernate.type.StandardBasicTypes;

/** The lists of notices for supervisors and leaders: first due first. */
@ApplicationScoped
public class Notices {

  private static final TabbedList<NoticeTab> LIST =
      new TabbedList<>(NoticeTab.class, "responsibility_notice n", "n.due_at", "n.notice_id");

  private final EntityManager database;
  private final NoticeRepository notices;
  private final ResponsibleStore people;
  private final DirectoryStore directory;
  private final TimeRulesInForce timeRules;
  private final Clock clock;

  Notices(
      EntityManager database,
      NoticeRepository notices,
      ResponsibleStore people,
      DirectoryStore directory,
      TimeRulesInForce timeRules,
      Clock clock) {
    this.database = database;
    this.notices = notices;
    this.people = people;
    this.directory = directory;
    this.timeRules = timeRules;
    this.clock = clock;
  }

  /** A page of one list, with the number of every list. */
  @Schema(name = "ResponsibilityNoticePage")
  public record Page(
      List<NoticeView> items, long count, Map<String, Long> counts, String nextCursor) {}

  Page page(Scope scope, NoticeTab tab, Cursor after, int limit) {
    Instant now = Cause.now(clock);
    Asked asked = Asked.all(now).onGridOf(scope, "n.case_id");
    Session session = database.unwrap(Session.class);
    Map<String, Long> counts = LIST.counts(session, asked);
    List<Object[]> rows =
        LIST.page(
                session,
                "{n.*}, c.case_no as case_no, f.title as file_title",
                " join handled_case c on c.case_id = n.case_id"
                    + " left join case_file f on f.case_id = n.case_id",
                tab,
                asked,
                after,
                limit)
            .addEntity("n", ResponsibilityNotice.class)
            .addScalar("case_no", StandardBasicTypes.STRING)
            .addScalar("file_title", StandardBasicTypes.STRING)
            .getResultList();
    List<Object[]> shown = rows.subList(0, Math.min(limit, rows.size()));
    List<UUID> ids = shown.stream().map(row -> ((ResponsibilityNotice) row[0]).noticeId()).toList();
    Map<UUID, List<ResponsiblePerson>> named = people.of(ids);
    Map<UUID, List<NoticeSheet>> sheets =
        notices.sheets(ids).stream().collect(Collectors.groupingBy(NoticeSheet::noticeId));
    Directory names = directory.recent();
    List<NoticeView> items = new ArrayList<>();
    for (Object[] row : shown) {
      ResponsibilityNotice notice = (ResponsibilityNotice) row[0];
      items.add(
          NoticeView.of(
              notice,
              (String) row[1],
              (String) row[2],
              named.getOrDefault(notice.noticeId(), List.of()),
              sheets.getOrDefault(notice.noticeId(), List.of()),
              names,
              now,
              timeRules.calendar()));
    }
    return new Page(
        items,
        counts.get(tab.wireName()),
        counts,
        rows.size() > limit ? cursor(items.get(limit - 1)) : null);
  }

  private static String cursor(NoticeView last) {
    return new Cursor(last.dueAt(), last.noticeId()).text();
  }
}
