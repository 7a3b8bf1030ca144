package hotline.intake.callers;

import hotline.access.Scope;
import hotline.access.Violations;
import hotline.access.views.ViewLog;
import hotline.access.views.ViewedBy;
import hotline.intake.callers.CallerCard.CallerCase;
import hotline.intake.callers.CallerCard.MarkView;
import hotline.intake.reference.Directories;
import hotline.intake.reference.Directory;
import hotline.intake.vault.ContactVault;
import hotline.intake.vault.PhoneNumber;
import hotline.intake.vault.Switchboards;
import hotline.lifecycle.CaseKind;
import hotline.lifecycle.CaseStatus;
import hotline.lifecycle.DirectoryEntry;
import hotline.relay.quarkus.JoinedConnection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What an operator sees of a number while it calls (来电弹屏): its cases in one statement. */
@ApplicationScoped
class ReadCaller {
  private static final int MOST_SHOWN = 20;
  private static final int MONTHS_COUNTED = 12;

  // What the reader may not know of is counted out of everything, and comes last: to the side that
  // a
  // case complains about even a flag would tell that this number has complained.
  private static final String CASES =
      """
      SELECT c.*, h.unit_id,
        count(*) FILTER (WHERE open AND NOT hidden) OVER () AS open_count,
        count(*) FILTER (WHERE registered_at >= ? AND NOT hidden) OVER () AS year_count,
        count(*) FILTER (WHERE NOT hidden) OVER () AS all_count,
        bool_or(confidential) FILTER (WHERE NOT hidden) OVER () AS any_confidential
      FROM (
        SELECT id, case_no, title, kind, category_code, place_code, status, registered_at, closed_at, solved,
          satisfied, confidential, %s AS open,
          ((confidential AND ?) OR coalesce(respondent_unit_id = ANY (?), false)) AS hidden
        FROM hotline_case
        WHERE id IN (SELECT case_id FROM vault_contact WHERE phone_hash = ?
                     UNION SELECT case_id FROM vault_contact WHERE alt_phone_hash = ?)
          AND withdrawal_reason IS DISTINCT FROM 'ENTERED_WRONGLY'
          AND %s
      ) c
      LEFT JOIN LATERAL (
        SELECT unit_id FROM case_assignment a
        WHERE a.case_id = c.id AND a.role <> 'CO' AND a.status <> ALL (?)
        ORDER BY a.round DESC LIMIT 1
      ) h ON true
      ORDER BY hidden, open DESC, id DESC LIMIT %d
      """
          .formatted(OpenCases.CONDITION, OpenCases.WITHIN, MOST_SHOWN);

  private final JoinedConnection database;
  private final ViewLog viewLog;
  private final CallerMarkStore marks;
  private final ContactVault vault;
  private final Switchboards switchboards;
  private final Directories directories;
  private final Clock clock;

  @Inject
  ReadCaller(
      JoinedConnection database,
      CallerMarkStore marks,
      ContactVault vault,
      Switchboards switchboards,
      Directories directories,
      ViewLog viewLog,
      Clock clock) {
    this.viewLog = viewLog;
    this.database = database;
    this.marks = marks;
    this.vault = vault;
    this.switchboards = switchboards;
    this.directories = directories;
    this.clock = clock;
  }

  @Transactional
  CallerCard read(String phone, Scope scope) {
    Violations violations = new Violations();
    PhoneNumber number = SetMark.number(violations, phone);
    violations.throwIfAny();
    byte[] hash = vault.searchHash(number);
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    Directory directory = directories.current();
    Optional<String> switchboard = switchboards.name(number);
    boolean ofMany = switchboards.isOfMany(number);
    // What is known of one of them is nothing to the next who calls.
    List<MarkView> told =
        ofMany
            ? List.of()
            : marks.shown(hash, scope.actor().userId(), now).stream().map(MarkView::of).toList();
    CallerCard card = database.call(tx -> card(tx, hash, scope, directory, told, now));
    viewLog.viewed(scope.actor(), ViewedBy.CALLER_CARD, null, now);
    return ofMany ? card.ofMany(switchboard.orElse(null)) : card;
  }

  private static CallerCard card(
      Connection tx,
      byte[] hash,
      Scope scope,
      Directory directory,
      List<MarkView> marks,
      Instant now)
      throws SQLException {
    String prefix = OpenCases.gridPrefix(scope);
    OffsetDateTime aYearAgo =
        now.atZone(MarkKind.CITY).minusMonths(MONTHS_COUNTED).toInstant().atOffset(ZoneOffset.UTC);
    try (PreparedStatement select = tx.prepareStatement(CASES)) {
      select.setObject(1, aYearAgo);
      select.setBoolean(2, !scope.seesReporter(true, null));
      select.setArray(3, tx.createArrayOf("text", OpenCases.unitsToKeepFrom(scope, directory)));
      select.setBytes(4, hash);
      select.setBytes(5, hash);
      select.setString(6, prefix);
      select.setString(7, prefix);
      select.setString(8, prefix);
      select.setArray(9, tx.createArrayOf("text", OpenCases.TASK_OVER));
      try (ResultSet rows = select.executeQuery()) {
        List<CallerCase> cases = new ArrayList<>();
        long open = 0;
        long year = 0;
        long all = 0;
        boolean confidential = false;
        while (rows.next()) {
          open = rows.getLong("open_count");
          year = rows.getLong("year_count");
          all = rows.getLong("all_count");
          confidential = rows.getBoolean("any_confidential");
          if (!rows.getBoolean("hidden")) {
            cases.add(line(rows, directory));
          }
        }
        return new CallerCard(cases, open, year, all, confidential, false, null, marks);
      }
    }
  }

  private static CallerCase line(ResultSet row, Directory directory) throws SQLException {
    String category = row.getString("category_code");
    String place = row.getString("place_code");
    OffsetDateTime closed = row.getObject("closed_at", OffsetDateTime.class);
    return new CallerCase(
        row.getObject("id", UUID.class),
        row.getString("case_no"),
        row.getString("title"),
        CaseKind.valueOf(row.getString("kind")),
        category,
        directory.category(category).map(DirectoryEntry.Category::nameZh).orElse(category),
        place,
        directory.place(place).map(DirectoryEntry.Place::name).orElse(place),
        CaseStatus.valueOf(row.getString("status")),
        row.getBoolean("open"),
        row.getObject("registered_at", OffsetDateTime.class).toInstant(),
        directory.unit(row.getString("unit_id")).map(DirectoryEntry.Unit::nameZh).orElse(null),
        closed == null ? null : closed.toInstant(),
        row.getString("solved"),
        row.getString("satisfied"));
  }
}
