package hotline.dispatch.notices;

import hotline.dispatch.assignments.Cursor;
import hotline.dispatch.cases.Cause;
import hotline.dispatch.directory.Directory;
import hotline.dispatch.directory.DirectoryStore;
import hotline.dispatch.limits.TimeRulesInForce;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.Session;
import org.hibernate.query.NativeQuery;
import org.hibernate.type.StandardBasicTypes;

/** The lists of notices for supervisors and leaders: first due first. */
@ApplicationScoped
public class Notices {

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

  Page page(NoticeTab tab, Cursor after, int limit) {
    Instant now = Cause.now(clock);
    Map<String, Long> counts = counts(now);
    List<Object[]> rows = rows(tab, now, after, limit);
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

  private List<Object[]> rows(NoticeTab tab, Instant now, Cursor after, int limit) {
    String sql =
        "select {n.*}, c.case_no as case_no, f.title as file_title from responsibility_notice n"
            + " join handled_case c on c.case_id = n.case_id"
            + " left join case_file f on f.case_id = n.case_id where "
            + tab.condition()
            + (after == null ? "" : " and (n.due_at, n.notice_id) > (:due, :id)")
            + " order by n.due_at, n.notice_id limit "
            + (limit + 1);
    NativeQuery<Object[]> query =
        database
            .unwrap(Session.class)
            .createNativeQuery(sql, Object[].class)
            .addEntity("n", ResponsibilityNotice.class)
            .addScalar("case_no", StandardBasicTypes.STRING)
            .addScalar("file_title", StandardBasicTypes.STRING);
    if (sql.contains(":now")) {
      query.setParameter("now", now);
    }
    if (after != null) {
      query.setParameter("due", after.due()).setParameter("id", after.id());
    }
    return query.getResultList();
  }

  private Map<String, Long> counts(Instant now) {
    StringBuilder columns = new StringBuilder();
    for (NoticeTab each : NoticeTab.values()) {
      columns.append(columns.isEmpty() ? "select " : ", ");
      columns.append("count(*) filter (where ").append(each.condition()).append(")");
    }
    Object[] row =
        database
            .unwrap(Session.class)
            .createNativeQuery(columns + " from responsibility_notice n", Object[].class)
            .setParameter("now", now)
            .getSingleResult();
    Map<String, Long> counts = new LinkedHashMap<>();
    for (NoticeTab each : NoticeTab.values()) {
      counts.put(each.wireName(), ((Number) row[each.ordinal()]).longValue());
    }
    return counts;
  }
}
