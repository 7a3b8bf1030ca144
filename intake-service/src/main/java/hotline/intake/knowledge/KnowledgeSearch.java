package hotline.intake.knowledge;

import hotline.access.Invalid;
import hotline.intake.cases.Page;
import hotline.intake.cases.PageRequest;
import hotline.intake.reference.Directories;
import hotline.intake.reference.Directory;
import hotline.lifecycle.DirectoryEntry.Category;
import hotline.lifecycle.DirectoryEntry.Place;
import hotline.relay.quarkus.JoinedConnection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * What may be read out today, best first: by words, by the initials of a title, by what is typed
 * into a form. Each condition is in an index, so that no other item is read.
 */
@ApplicationScoped
class KnowledgeSearch {
  static final int LONGEST_QUESTION = 100;

  /**
   * What is looked for. Words are a question of their own and a third of their pairs must be there;
   * the title of a form only suggests, as its category does.
   *
   * @param words null for none
   * @param title null for none
   */
  record Question(String words, String title, String categoryCode, String placeCode) {}

  /**
   * An item that may be read out.
   *
   * @param questioned whether somebody said that it is wrong and its owner has not decided yet
   * @param upheld whether its owner agreed, and the version that puts it right is not there yet
   */
  public record Hit(
      String code,
      int version,
      String title,
      String answer,
      String notes,
      String ownerUnit,
      String ownerName,
      List<String> placeNames,
      LocalDate validTo,
      LocalDate reviewBy,
      boolean questioned,
      boolean upheld) {}

  private final JoinedConnection database;
  private final Directories directories;
  private final Clock clock;

  @Inject
  KnowledgeSearch(JoinedConnection database, Directories directories, Clock clock) {
    this.database = database;
    this.directories = directories;
    this.clock = clock;
  }

  Page<Hit> find(Question question, PageRequest page) {
    Directory directory = directories.current();
    String words = checked(question.words(), "q");
    String title = words != null ? null : checked(question.title(), "title");
    int from = Offset.of(page);
    if (words != null && KnowledgeCode.isOne(words)) {
      return database.call(
          tx ->
              ask(
                  tx,
                  new Statement(
                      "s.code = ?", List.of(KnowledgeCode.parse(words)), "s.version", List.of()),
                  directory,
                  page,
                  from));
    }
    String typed = words != null ? words : title;
    Set<String> asked = typed == null ? Set.of() : SearchWords.asked(typed);
    List<String> category =
        directory.category(question.categoryCode()).map(KnowledgeSearch::upwards).orElse(List.of());
    if (asked.isEmpty() && (words != null || category.isEmpty())) {
      return new Page<>(List.of(), 0, null);
    }
    List<String> places =
        directory.place(question.placeCode()).map(KnowledgeSearch::upwards).orElse(List.of());
    Statement statement =
        statement(asked, words == null ? 0 : SearchWords.least(words), category, places);
    return database.call(tx -> ask(tx, statement, directory, page, from));
  }

  /** The condition with its values, and what the rows are ordered by with its own. */
  private record Statement(
      String condition, List<Object> values, String score, List<Object> scoreValues) {}

  /**
   * @param least how many of the pairs an item must have; 0 for a form that is being typed: its
   *     title is compared with titles and questions only, and its category alone is enough
   */
  private static Statement statement(
      Set<String> asked, int least, List<String> category, List<String> places) {
    boolean suggests = least == 0;
    String column = suggests ? "s.title_words" : "s.words";
    String[] pairs = asked.toArray(String[]::new);
    String[] codes = category.toArray(String[]::new);
    List<Object> values = new ArrayList<>();
    List<String> found = new ArrayList<>();
    if (pairs.length > 0) {
      found.add(column + " && ?");
      values.add(pairs);
    }
    if (suggests && codes.length > 0) {
      found.add("s.category_codes && ?");
      values.add(codes);
    }
    String condition = "(" + String.join(" OR ", found) + ")";
    if (least > 1) {
      condition += " AND (SELECT count(*) FROM unnest(s.words) one WHERE one = ANY (?)) >= ?";
      values.add(pairs);
      values.add(least);
    }
    if (!places.isEmpty()) {
      condition += " AND (s.place_codes = '{}' OR s.place_codes && ?)";
      values.add(places.toArray(String[]::new));
    }
    return new Statement(
        condition, values, score(suggests), scoreValues(suggests, pairs, codes, places));
  }

  /**
   * A pair in the title or in a question weighs three times one of the answer; the category as it
   * is typed weighs more than one above it.
   */
  private static String score(boolean suggests) {
    return "(SELECT 2 * count(*) FROM unnest(s.title_words) one WHERE one = ANY (?))"
        + (suggests ? "" : " + (SELECT count(*) FROM unnest(s.words) one WHERE one = ANY (?))")
        + " + CASE WHEN ? = ANY (s.category_codes) THEN 4 WHEN s.category_codes && ? THEN 1 ELSE 0 END"
        + " + CASE WHEN s.place_codes && ? THEN 1 ELSE 0 END";
  }

  private static List<Object> scoreValues(
      boolean suggests, String[] pairs, String[] codes, List<String> places) {
    List<Object> values = new ArrayList<>();
    values.add(pairs);
    if (!suggests) {
      values.add(pairs);
    }
    values.add(codes.length == 0 ? "" : codes[codes.length - 1]);
    values.add(codes);
    values.add(places.toArray(String[]::new));
    return values;
  }

  private Page<Hit> ask(
      Connection tx, Statement statement, Directory directory, PageRequest page, int from)
      throws SQLException {
    LocalDate today = CityDay.today(clock);
    try (PreparedStatement select =
        tx.prepareStatement(
            "SELECT v.*, i.owner_unit, i.review_by AS due, count(*) OVER () AS total, EXISTS (SELECT 1 FROM"
                + " knowledge_report r WHERE r.code = v.code AND r.version = v.version AND r.decision IS NULL)"
                + " AS questioned, EXISTS (SELECT 1 FROM knowledge_report r WHERE r.code = v.code AND r.version ="
                + " v.version AND r.decision = 'NEW_VERSION') AS upheld FROM knowledge_search s JOIN"
                + " knowledge_version v ON v.code = s.code AND"
                + " v.version = s.version JOIN knowledge_item i ON i.code = s.code WHERE s.valid_from <= ? AND"
                + " (s.valid_to IS NULL OR s.valid_to >= ?) AND "
                + statement.condition()
                + " ORDER BY "
                + statement.score()
                + " DESC, s.code OFFSET ? LIMIT ?")) {
      int at = 1;
      select.setObject(at++, today);
      select.setObject(at++, today);
      at = bind(tx, select, at, statement.values());
      at = bind(tx, select, at, statement.scoreValues());
      select.setInt(at++, from);
      select.setInt(at, page.limit());
      try (ResultSet row = select.executeQuery()) {
        List<Hit> hits = new ArrayList<>();
        long total = 0;
        while (row.next()) {
          total = row.getLong("total");
          hits.add(hit(row, directory));
        }
        return Offset.page(hits, total, from);
      }
    }
  }

  private static int bind(
      Connection tx, PreparedStatement select, int first, Collection<Object> values)
      throws SQLException {
    int at = first;
    for (Object value : values) {
      if (value instanceof String[] texts) {
        Array array = tx.createArrayOf("text", texts);
        select.setArray(at++, array);
      } else {
        select.setObject(at++, value);
      }
    }
    return at;
  }

  private static Hit hit(ResultSet row, Directory directory) throws SQLException {
    String owner = row.getString("owner_unit");
    return new Hit(
        row.getString("code"),
        row.getInt("version"),
        row.getString("title"),
        row.getString("answer"),
        row.getString("notes"),
        owner,
        KnowledgeOwner.name(directory, owner),
        KnowledgeVersions.texts(row, "place_codes").stream()
            .map(code -> directory.place(code).map(Place::name).orElse(code))
            .toList(),
        KnowledgeVersions.day(row, "valid_to"),
        KnowledgeVersions.day(row, "due"),
        row.getBoolean("questioned"),
        row.getBoolean("upheld"));
  }

  /** The codes of a path, {@code /01/0101}, from the top down. */
  private static List<String> upwards(Category category) {
    return codesOf(category.path());
  }

  private static List<String> upwards(Place place) {
    return codesOf(place.path());
  }

  private static List<String> codesOf(String path) {
    return Arrays.stream(path.split("/")).filter(code -> !code.isEmpty()).toList();
  }

  static String checked(String typed, String field) {
    if (typed == null || typed.isBlank()) {
      return null;
    }
    String text = typed.strip();
    if (text.indexOf('\0') >= 0 || text.codePointCount(0, text.length()) > LONGEST_QUESTION) {
      throw new Invalid(
          field,
          "too-long",
          "搜索内容最多 " + LONGEST_QUESTION + " 个字。",
          "Search for at most " + LONGEST_QUESTION + " characters.");
    }
    return text;
  }
}
