package hotline.intake.knowledge;

import hotline.access.Invalid;
import hotline.calendar.Light;
import hotline.intake.cases.PageRequest;
import hotline.intake.reference.Directories;
import hotline.intake.reference.Directory;
import hotline.intake.vault.PhoneNumber;
import hotline.intake.vault.TextMask;
import hotline.relay.quarkus.JoinedConnection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The items as their owners and the editors keep them, with exact counts. */
@ApplicationScoped
class KnowledgeList {

  /**
   * An item in a list.
   *
   * @param publishedVersion null before the first is published
   * @param draftVersion null while nobody writes
   * @param uses how many answers rest on it, in any version
   * @param openReports how many say that it is wrong and wait for the owner
   */
  public record KnowledgeRow(
      String code,
      String title,
      KnowledgeStatus status,
      String ownerUnit,
      String ownerName,
      Integer publishedVersion,
      Integer draftVersion,
      boolean draftInReview,
      LocalDate reviewBy,
      Light reviewLight,
      long uses,
      long openReports) {}

  /** A page with the counts of all tabs. */
  public record KnowledgePage(
      List<KnowledgeRow> items, long count, String nextCursor, Map<String, Long> tabs) {}

  private record Filter(String condition, List<Object> values) {}

  private final JoinedConnection database;
  private final Directories directories;
  private final Clock clock;
  private final int yellowDays;

  @Inject
  KnowledgeList(
      JoinedConnection database,
      Directories directories,
      Clock clock,
      @ConfigProperty(name = "hotline.knowledge.review-yellow-days") int yellowDays) {
    this.database = database;
    this.directories = directories;
    this.clock = clock;
    this.yellowDays = yellowDays;
  }

  KnowledgePage page(KnowledgeTab tab, String q, KnowledgeRights rights, PageRequest page) {
    Directory directory = directories.current();
    LocalDate today = CityDay.today(clock);
    int from = Offset.of(page);
    Filter filter = filter(q, rights);
    return database.call(
        tx -> {
          Map<String, Long> tabs = tabs(tx, filter, today);
          List<KnowledgeRow> rows = rows(tx, tab, filter, directory, today, from, page.limit());
          long count = tabs.get(tab.wireName());
          return new KnowledgePage(rows, count, Offset.page(rows, count, from).nextCursor(), tabs);
        });
  }

  private static Filter filter(String q, KnowledgeRights rights) {
    List<Object> values = new ArrayList<>();
    String condition = "true";
    Optional<String> within = rights.writesWithin();
    if (within.isPresent()) {
      condition =
          "((u.path = ? OR starts_with(u.path, ? || '/'))"
              + (rights.ofTheCentre() ? " OR i.published_version IS NOT NULL)" : ")");
      values.add(within.get());
      values.add(within.get());
    }
    if (q != null && !q.isBlank()) {
      String text = KnowledgeSearch.checked(q, "q");
      if (PhoneNumber.parse(text).isPresent() || TextMask.mask(text, null).changed()) {
        throw new Invalid(
            "q",
            "personal-number",
            "网址中不得含有电话或证件号码。",
            "A number of a person does not belong into an address.");
      }
      condition += " AND (i.code = upper(?) OR position(lower(?) in lower(i.title)) > 0)";
      values.add(text);
      values.add(text);
    }
    return new Filter(condition, values);
  }

  private Map<String, Long> tabs(Connection tx, Filter filter, LocalDate today)
      throws SQLException {
    StringBuilder counts = new StringBuilder();
    for (KnowledgeTab tab : KnowledgeTab.values()) {
      counts
          .append(counts.isEmpty() ? "" : ", ")
          .append("count(*) FILTER (WHERE ")
          .append(tab.condition())
          .append(')');
    }
    try (PreparedStatement select =
        tx.prepareStatement(
            "SELECT "
                + counts
                + " FROM knowledge_item i LEFT JOIN unit u ON u.code = i.owner_unit WHERE "
                + filter.condition())) {
      int at = 1;
      select.setObject(at++, today.plusDays(yellowDays));
      bind(select, at, filter.values());
      try (ResultSet row = select.executeQuery()) {
        row.next();
        Map<String, Long> tabs = new LinkedHashMap<>();
        int column = 1;
        for (KnowledgeTab tab : KnowledgeTab.values()) {
          tabs.put(tab.wireName(), row.getLong(column++));
        }
        return tabs;
      }
    }
  }

  private List<KnowledgeRow> rows(
      Connection tx,
      KnowledgeTab tab,
      Filter filter,
      Directory directory,
      LocalDate today,
      int from,
      int limit)
      throws SQLException {
    String order = tab == KnowledgeTab.DUE ? "i.review_by, i.code" : "i.code DESC";
    // The counts are of the rows of the page only.
    String sql =
        "SELECT p.*, (SELECT count(*) FROM knowledge_version v JOIN hotline_case c ON c.knowledge_item = v.code AND"
            + " c.knowledge_version = v.version::text WHERE v.code = p.code) AS uses,"
            + " (SELECT count(*) FROM knowledge_report r WHERE r.code = p.code AND r.decision IS NULL) AS"
            + " reports FROM (SELECT i.*, row_number() OVER (ORDER BY "
            + order
            + ") AS place FROM knowledge_item i LEFT JOIN unit u ON u.code = i.owner_unit WHERE "
            + tab.condition()
            + " AND "
            + filter.condition()
            + " ORDER BY "
            + order
            + " OFFSET ? LIMIT ?) p ORDER BY p.place";
    try (PreparedStatement select = tx.prepareStatement(sql)) {
      int at = 1;
      if (tab == KnowledgeTab.DUE) {
        select.setObject(at++, today.plusDays(yellowDays));
      }
      at = bind(select, at, filter.values());
      select.setInt(at++, from);
      select.setInt(at, limit);
      try (ResultSet row = select.executeQuery()) {
        List<KnowledgeRow> rows = new ArrayList<>();
        while (row.next()) {
          rows.add(row(row, directory, today));
        }
        return rows;
      }
    }
  }

  private KnowledgeRow row(ResultSet row, Directory directory, LocalDate today)
      throws SQLException {
    Integer published = row.getObject("published_version", Integer.class);
    String state = row.getString("draft_state");
    boolean inReview = DraftState.IN_REVIEW.name().equals(state);
    KnowledgeStatus status =
        row.getObject("retired_at") != null
            ? KnowledgeStatus.RETIRED
            : published != null
                ? KnowledgeStatus.PUBLISHED
                : inReview ? KnowledgeStatus.IN_REVIEW : KnowledgeStatus.DRAFT;
    LocalDate reviewBy = KnowledgeVersions.day(row, "review_by");
    String owner = row.getString("owner_unit");
    return new KnowledgeRow(
        row.getString("code"),
        row.getString("title"),
        status,
        owner,
        KnowledgeOwner.name(directory, owner),
        published,
        row.getObject("draft_version", Integer.class),
        inReview,
        reviewBy,
        ReviewLight.of(status, reviewBy, today, yellowDays),
        row.getLong("uses"),
        row.getLong("reports"));
  }

  private static int bind(PreparedStatement select, int first, List<Object> values)
      throws SQLException {
    int at = first;
    for (Object value : values) {
      select.setObject(at++, value);
    }
    return at;
  }
}
