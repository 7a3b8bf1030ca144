package hotline.dispatch.instructions;

import hotline.access.Scope;
import hotline.dispatch.cases.Cause;
import hotline.dispatch.directory.Directory;
import hotline.dispatch.directory.DirectoryStore;
import hotline.dispatch.limits.TimeRulesInForce;
import hotline.dispatch.lists.Cursor;
import hotline.dispatch.lists.Subtree;
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
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.Session;
import org.hibernate.type.StandardBasicTypes;

/** The lists of instructions that one actor may see, a row per unit, first due first. */
@ApplicationScoped
public class Instructions {

  private static final TabbedList<InstructionTab> LIST =
      new TabbedList<>(InstructionTab.class, "instructed_unit u", "u.due_at", "u.receipt_id");
  private static final String OF_UNIT = " and " + Subtree.of("u.unit_path");

  private static final String CASE =
      "(select m.case_id from instruction m where m.instruction_id = u.instruction_id)";

  // An instructed unit need not be one that handles the case: its title is for those who do.
  private static final String TITLE_FOR_HANDLERS =
      "case when exists (select 1 from assignment a where a.case_id = i.case_id and "
          + Subtree.of("a.unit_path")
          + ") then f.title end";

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
    Asked asked = Asked.of(unit, OF_UNIT, now).onGridOf(scope, CASE);
    Session session = database.unwrap(Session.class);
    Map<String, Long> counts = LIST.counts(session, asked);
    List<Object[]> rows =
        LIST.page(
                session,
                "{i.*}, {u.*}, c.case_no as case_no, "
                    + (unit == null ? "f.title" : TITLE_FOR_HANDLERS)
                    + " as file_title",
                " join instruction i on i.instruction_id = u.instruction_id"
                    + " left join handled_case c on c.case_id = i.case_id"
                    + " left join case_file f on f.case_id = i.case_id",
                tab,
                asked,
                after,
                limit)
            .addEntity("i", Instruction.class)
            .addEntity("u", InstructedUnit.class)
            .addScalar("case_no", StandardBasicTypes.STRING)
            .addScalar("file_title", StandardBasicTypes.STRING)
            .getResultList();
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
}
