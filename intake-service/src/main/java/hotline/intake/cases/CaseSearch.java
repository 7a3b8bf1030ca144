package hotline.intake.cases;

import static hotline.relay.quarkus.Columns.instant;

import hotline.calendar.Light;
import hotline.intake.reference.Directories;
import hotline.intake.reference.Directory;
import hotline.lifecycle.CaseKind;
import hotline.lifecycle.CaseStatus;
import hotline.lifecycle.Channel;
import hotline.lifecycle.DirectoryEntry;
import hotline.lifecycle.EnteredAs;
import hotline.lifecycle.RefusalReason;
import hotline.lifecycle.TransferTarget;
import hotline.lifecycle.Urgency;
import hotline.relay.quarkus.JoinedConnection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Lists of cases with their exact counts. */
@ApplicationScoped
class CaseSearch {
  private static final String RANK =
      "(CASE urgency WHEN 'CRITICAL' THEN 0 WHEN 'URGENT' THEN 1 ELSE 2 END)";
  private static final Pattern DUE_CURSOR = Pattern.compile("([0-9]{1,17})_([0-9a-f-]{36})");
  private static final Pattern QUEUE_CURSOR = Pattern.compile("([0-2])_([0-9a-f-]{36})");

  /**
   * A case in a list; nothing of the reporter.
   *
   * @param enteredAs null of what was registered as it came in
   * @param screenDue null of a case from before this was kept
   * @param screenLight NONE when it no longer waits for screening
   * @param transfer null unless a body outside has it
   * @param refusalReason of a refusal that waits for the second person or was confirmed; null of
   *     others
   */
  public record CaseItem(
      UUID caseId,
      String caseNo,
      String title,
      CaseKind kind,
      Urgency urgency,
      Channel channel,
      String categoryCode,
      String categoryName,
      String placeCode,
      String placeName,
      CaseStatus status,
      Instant registeredAt,
      EnteredAs enteredAs,
      Instant screenDue,
      Light screenLight,
      RefusalReason refusalReason,
      TransferItem transfer,
      long version) {}

  /**
   * To which body outside it was handed.
   *
   * @param late whether the acknowledgement came, or is still owed, after its due time
   * @param acknowledgedAt null while it waits for the acknowledgement
   */
  public record TransferItem(
      TransferTarget target,
      Instant handedAt,
      Instant dueAt,
      boolean late,
      Instant acknowledgedAt,
      String externalRef) {}

  private final JoinedConnection database;
  private final Directories directories;
  private final Clock clock;

  @Inject
  CaseSearch(JoinedConnection database, Directories directories, Clock clock) {
    this.database = database;
    this.directories = directories;
    this.clock = clock;
  }

  /** Newest first. */
  Page<CaseItem> newestFirst(CaseFilter filter, PageRequest page) {
    CaseFilter onPage = filter.copy();
    if (page.cursor() != null) {
      onPage.and("id < ?", cursor(page, page.cursor()));
    }
    return page(filter, onPage, "id DESC", page, last -> last.caseId().toString());
  }

  /** Most urgent first, then the oldest. */
  Page<CaseItem> mostUrgentFirst(CaseFilter filter, PageRequest page) {
    CaseFilter onPage = filter.copy();
    if (page.cursor() != null) {
      var cursor = QUEUE_CURSOR.matcher(page.cursor());
      if (!cursor.matches()) {
        throw page.badCursor();
      }
      onPage.and(
          "(" + RANK + ", id) > (?, ?)",
          Integer.parseInt(cursor.group(1)),
          cursor(page, cursor.group(2)));
    }
    return page(filter, onPage, RANK + ", id", page, last -> rank(last) + "_" + last.caseId());
  }

  /** Those whose acknowledgement is due first. */
  Page<CaseItem> firstDueFirst(CaseFilter filter, PageRequest page) {
    CaseFilter onPage = filter.copy();
    if (page.cursor() != null) {
      var cursor = DUE_CURSOR.matcher(page.cursor());
      if (!cursor.matches()) {
        throw page.badCursor();
      }
      onPage.and(
          "(transfer_due, id) > (?, ?)",
          Instant.EPOCH
              .plus(Long.parseLong(cursor.group(1)), ChronoUnit.MICROS)
              .atOffset(ZoneOffset.UTC),
          cursor(page, cursor.group(2)));
    }
    return page(
        filter,
        onPage,
        "transfer_due, id",
        page,
        last ->
            ChronoUnit.MICROS.between(Instant.EPOCH, last.transfer().dueAt())
                + "_"
                + last.caseId());
  }

  private static int rank(CaseItem item) {
    return switch (item.urgency()) {
      case CRITICAL -> 0;
      case URGENT -> 1;
      case NORMAL -> 2;
    };
  }

  private static UUID cursor(PageRequest page, String text) {
    try {
      return UUID.fromString(text);
    } catch (IllegalArgumentException notOurs) {
      throw page.badCursor();
    }
  }

  private Page<CaseItem> page(
      CaseFilter all,
      CaseFilter onPage,
      String order,
      PageRequest asked,
      Function<CaseItem, String> cursorAfter) {
    Directory directory = directories.current();
    int limit = asked.limit();
    return database.call(
        tx -> {
          List<CaseItem> items = items(tx, directory, onPage, order, limit + 1);
          boolean more = items.size() > limit;
          List<CaseItem> shown = more ? items.subList(0, limit) : items;
          // A first page that is the only one has counted itself.
          long count = more || asked.cursor() != null ? count(tx, all) : shown.size();
          return new Page<>(shown, count, more ? cursorAfter.apply(shown.get(limit - 1)) : null);
        });
  }

  /** Of whole lists from one small index alone ({@code cases_to_count}). */
  private static long count(Connection tx, CaseFilter filter) throws SQLException {
    try (PreparedStatement select =
        tx.prepareStatement("SELECT count(*) FROM hotline_case WHERE " + filter.sql())) {
      bind(select, filter);
      try (ResultSet row = select.executeQuery()) {
        row.next();
        return row.getLong(1);
      }
    }
  }

  private List<CaseItem> items(
      Connection tx, Directory directory, CaseFilter filter, String order, int limit)
      throws SQLException {
    String sql =
        "SELECT id, case_no, title, kind, urgency, channel, category_code, place_code, status,"
            + " registered_at, entered_as, screen_due, screen_yellow, refusal_reason,"
            + " transfer_target, transfer_handed, transfer_due, transfer_acknowledged,"
            + " transfer_ref, version FROM hotline_case WHERE "
            + filter.sql()
            + " ORDER BY "
            + order
            + " LIMIT "
            + limit;
    try (PreparedStatement select = tx.prepareStatement(sql)) {
      bind(select, filter);
      try (ResultSet rows = select.executeQuery()) {
        List<CaseItem> items = new ArrayList<>();
        Instant now = clock.instant();
        while (rows.next()) {
          items.add(item(rows, directory, now));
        }
        return items;
      }
    }
  }

  private static CaseItem item(ResultSet row, Directory directory, Instant now)
      throws SQLException {
    CaseStatus status = CaseStatus.valueOf(row.getString("status"));
    Instant due = instant(row, "screen_due");
    String category = row.getString("category_code");
    String place = row.getString("place_code");
    String entered = row.getString("entered_as");
    String refusal = row.getString("refusal_reason");
    return new CaseItem(
        row.getObject("id", UUID.class),
        row.getString("case_no"),
        row.getString("title"),
        CaseKind.valueOf(row.getString("kind")),
        Urgency.valueOf(row.getString("urgency")),
        Channel.valueOf(row.getString("channel")),
        category,
        directory.category(category).map(DirectoryEntry.Category::nameZh).orElse(category),
        place,
        directory.place(place).map(DirectoryEntry.Place::name).orElse(place),
        status,
        instant(row, "registered_at"),
        entered == null ? null : EnteredAs.valueOf(entered),
        due,
        ScreeningClock.light(status, due, instant(row, "screen_yellow"), now),
        refusal == null ? null : RefusalReason.valueOf(refusal),
        transfer(row, now),
        row.getLong("version"));
  }

  private static TransferItem transfer(ResultSet row, Instant now) throws SQLException {
    String target = row.getString("transfer_target");
    if (target == null) {
      return null;
    }
    Instant due = instant(row, "transfer_due");
    Instant acknowledged = instant(row, "transfer_acknowledged");
    return new TransferItem(
        TransferTarget.valueOf(target),
        instant(row, "transfer_handed"),
        due,
        (acknowledged == null ? now : acknowledged).isAfter(due),
        acknowledged,
        row.getString("transfer_ref"));
  }

  private static void bind(PreparedStatement select, CaseFilter filter) throws SQLException {
    int at = 1;
    for (Object value : filter.values()) {
      select.setObject(at++, value);
    }
  }
}
