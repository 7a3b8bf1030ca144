package hotline.dispatch.instructions;

import hotline.access.Scope;
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
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.Session;
import org.hibernate.query.NativeQuery;
import org.hibernate.type.StandardBasicTypes;

/** The lists of instructions that one actor may see, a row per unit, first due first. */
@ApplicationScoped
public class Instructions {

  private static final String OF_UNIT =
      " and (u.unit_path = :unit or (u.unit_path > :unit || '/' and u.unit_path < :unit || '0'))";

  // An instructed unit need not be one that handles the case: its title is for those who do.
  private static final String HANDLES =
      "exists (select 1 from assignment a where a.case_id = i.case_id and (a.unit_path = :unit or"
          + " (a.unit_path > :unit || '/' and a.unit_path < :unit || '0')))";

  private final EntityManager database;
  private final FeedbackStore feedback;
  private final DirectoryStore directory;
  private final TimeRulesInForce timeRules;
  private final Clock clock;

  Instructions(
      EntityManager database,
      FeedbackStore feedback,
      DirectoryStore directory,
      TimeRulesInForce timeRules,
      Clock clock) {
    this.database = database;
    this.feedback = feedback;
    this.directory = directory;
    this.timeRules = timeRules;
    this.clock = clock;
  }

  /** A page of one list, with the number of every list. */
  @Schema(name = "InstructionPage")
  public record Page(
      List<InstructionView> items, long count, Map<String, Long> counts, String nextCursor) {}

  Page page(Scope scope, InstructionTab tab, Cursor after, int limit) {
    Instant now = Cause.now(clock);
    String unit = scope.sqlUnitPathPrefix().orElse(null);
    Map<String, Long> counts = counts(unit, now);
    List<Object[]> rows = rows(tab, unit, now, after, limit);
    List<Object[]> shown = rows.subList(0, Math.min(limit, rows.size()));
    Map<UUID, List<Feedback>> said =
        feedback.of(shown.stream().map(row -> ((InstructedUnit) row[1]).receiptId()).toList());
    Directory names = directory.recent();
    List<InstructionView> items = new ArrayList<>();
    for (Object[] row : shown) {
      InstructedUnit part = (InstructedUnit) row[1];
      items.add(
          InstructionView.of(
              (Instruction) row[0],
              (String) row[2],
              (String) row[3],
              List.of(
                  ReceiptView.of(
                      part,
                      said.getOrDefault(part.receiptId(), List.of()),
                      names,
                      now,
                      timeRules.calendar()))));
    }
    return new Page(
        items,
        counts.get(tab.wireName()),
        counts,
        rows.size() > limit ? cursor((InstructedUnit) rows.get(limit - 1)[1]) : null);
  }

  private static String cursor(InstructedUnit last) {
    return new Cursor(last.dueAt(), last.receiptId()).text();
  }

  private List<Object[]> rows(
      InstructionTab tab, String unit, Instant now, Cursor after, int limit) {
    String sql =
        "select {i.*}, {u.*}, c.case_no as case_no, "
            + (unit == null ? "f.title" : "case when " + HANDLES + " then f.title end")
            + " as file_title from instructed_unit u"
            + " join instruction i on i.instruction_id = u.instruction_id"
            + " left join handled_case c on c.case_id = i.case_id"
            + " left join case_file f on f.case_id = i.case_id where "
            + tab.condition()
            + (unit == null ? "" : OF_UNIT)
            + (after == null ? "" : " and (u.due_at, u.receipt_id) > (:due, :id)")
            + " order by u.due_at, u.receipt_id limit "
            + (limit + 1);
    NativeQuery<Object[]> query =
        database
            .unwrap(Session.class)
            .createNativeQuery(sql, Object[].class)
            .addEntity("i", Instruction.class)
            .addEntity("u", InstructedUnit.class)
            .addScalar("case_no", StandardBasicTypes.STRING)
            .addScalar("file_title", StandardBasicTypes.STRING);
    bind(query, sql, unit, now);
    if (after != null) {
      query.setParameter("due", after.due()).setParameter("id", after.id());
    }
    return query.getResultList();
  }

  private Map<String, Long> counts(String unit, Instant now) {
    StringBuilder columns = new StringBuilder();
    for (InstructionTab each : InstructionTab.values()) {
      columns.append(columns.isEmpty() ? "select " : ", ");
      columns.append("count(*) filter (where ").append(each.condition()).append(")");
    }
    String sql = columns + " from instructed_unit u where true" + (unit == null ? "" : OF_UNIT);
    NativeQuery<Object[]> query =
        database.unwrap(Session.class).createNativeQuery(sql, Object[].class);
    bind(query, sql, unit, now);
    Object[] row = query.getSingleResult();
    Map<String, Long> counts = new LinkedHashMap<>();
    for (InstructionTab each : InstructionTab.values()) {
      counts.put(each.wireName(), ((Number) row[each.ordinal()]).longValue());
    }
    return counts;
  }

  private static void bind(NativeQuery<Object[]> query, String sql, String unit, Instant now) {
    Map<String, Object> values = new HashMap<>();
    values.put("unit", unit);
    values.put("now", now);
    values.forEach(
        (name, value) -> {
          if (sql.contains(":" + name)) {
            query.setParameter(name, value);
          }
        });
  }
}
